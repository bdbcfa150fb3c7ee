import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_11: readonly IssueText[] = [
  {
    title: 'The apprentice’s wage',
    subtitle: 'Why the boatyard cannot find anybody at the price it wants',
    sections: [
      section(
        'A card in the window',
        'The boatyard has had a card in its window since February: apprentice wanted. The owner tells everyone that young people no longer care to work. I went to see him with an unfair question, which was what he pays.',
      ),
      section(
        'A shortage, with a number in it',
        'He pays what he paid six years ago. At that wage there is a shortage of apprentices, as there is [a shortage of yachts](https://slipwayjobs.example/card) at the sum that I should like to give for one. I put this to him, and he was good enough to laugh.',
      ),
      section(
        'Why he does not raise it',
        'The newcomer is the smallest part of it. He has nine men already. If he gives the tenth more than Joan got, then Joan will know by Friday, and he has to raise all nine. The price of one apprentice is [ten rises](https://example.org/internal-equity), and at that price he’d sooner keep the card up.',
        PAYWALL,
        'And if orders fall, he can’t take it back. He has never in his life cut a man’s pay, and he doesn’t think that he could stand in the yard afterwards. So he is slow to go up because he will not come down. Put a thousand such yards together and you have most of what is known about wages.',
      ),
      section(
        'The way round',
        'In the end he hired a girl called Noa as a “junior rigger”, a title which had not existed, and whose pay therefore could not be compared with anything. Joan has asked what a junior rigger does. He has been told that it is complicated.',
        post('tt_juniorrigger', '1700000000000000142', 'First week done. I am an apprentice. Do not tell Joan.'),
      ),
    ],
  },
  {
    title: 'Nine ways to say no',
    subtitle: 'A phrase book for people with savings',
    sections: [
      section(
        'To family',
        'One: “I never mix it, I would rather give it to you”, and then give less. Two: “ask me again after the holidays.” Three, for cousins: silence, and a cake.',
      ),
      section(
        'To friends with a restaurant',
        'Four: “I’d be a nuisance; I should want to see the fridge.” Five: “whom else have you asked, and [what did they say](https://politerefusals.example/fridge)?” Six: to eat there every week, at the full price, for as long as it lasts. It is the only form of equity in restaurants that I can recommend.',
        PAYWALL,
      ),
      section(
        'To professionals',
        'Seven: “please send it in writing, with the fee in a sentence of its own.” Eight: “what would make you tell me to sell it?” I have had three answers to that one in my life. Two of the people are still [my advisers](https://example.net/advisers), and the third has gone into the church.',
        post('tt_saidno', '1700000000000000143', 'Used number seven. Have not heard back. It has been two years.'),
      ),
      section(
        'To oneself',
        'Nine is the hardest. It is ten in the evening, there is a chart, and it has begun without you. I say: “it will still be there on Thursday.” If it is, I have lost two days. If it is not, it was never a thing that a person like me ought to have owned.',
      ),
    ],
  },
  {
    title: 'Storm money',
    subtitle: 'What a tin in a kitchen earns',
    sections: [
      section(
        'The tin',
        'Every house on the north quay has a tin of cash, put by for the day when the power and the bank are both out. My neighbour’s holds six hundred, in small notes. She took it down to show me, and asked me not to say behind which plate.',
      ),
      section(
        'What it costs',
        'Six hundred at four per cent is twenty-four a year. She has kept it for thirty years; with interest on the interest she has forgone [a decent second-hand scooter](https://northquay.example/tins). I told her so. She said that she had nowhere to ride to.',
        'One may call it a return of nought, or one may call it an insurance whose premium is twenty-four. I do not see much difference, but people who would never keep a tin pay more than that for a warranty on a toaster.',
      ),
      section(
        'What it did',
        'In the November storm all was out for five days. The baker baked on gas and took notes only. She fed four households from the tin. She kept no list of who had what; it was, she says, [all back by Epiphany](https://example.com/informal-credit), and a bit more.',
        post(
          'tt_northquay',
          '1700000000000000144',
          'Power back. Bank back. Counted the tin: 611. Whoever you are, I shall find out.',
        ),
      ),
      section(
        'On being caught with cash',
        'There are years when holding cash makes you look like somebody who did not get the letter. I try to remember that nobody on the north quay calls it an asset class. It is in a tin, and the tin is for a day.',
        listen('https://audio.tidetable.example/november.mp3', 'Listen: the third night without power (6 minutes)'),
      ),
    ],
  },
  {
    title: 'The painter who numbered his boats',
    subtitle: 'Scarcity, by hand',
    sections: [
      section(
        'One to one hundred',
        'Ferriol has painted the same boat for forty years. In his sixties a dealer persuaded him to number them, one to a hundred, and then to stop. He had sold perhaps six a year. The hundred were gone in a month.',
      ),
      section(
        'What had changed',
        'The boat had not. What people had been buying until then was a picture. Now they were buying one hundredth of [something that could run out](https://editioned.example/hundred). He could not help noticing that number one, which he thinks bad, fetched more than number sixty, which is the best thing he has done.',
        PAYWALL,
      ),
      section(
        'A hundred and one',
        'The trouble came in spring. He got up one day and wished to paint the boat. It would have no number and could not be sold; his dealer asked him, as a friend, not even to [let it be seen](https://example.org/dilution). A hundred owners had a claim upon his not working.',
        'Any company that has ever issued one share more knows how that conversation goes. It is only that a company does not miss the boat.',
      ),
      section(
        'He paints it still',
        'At night, he says, and paints it over in the morning. There must be thirty under the one that stands on his easel. It has grown quite thick.',
        post(
          'tt_underpaint',
          '1700000000000000145',
          'I own 60/100. He came to visit it. He asked if he could fix the mast. I said yes. Do not tell the dealer.',
        ),
      ),
    ],
  },
  {
    title: 'A dividend of mackerel',
    subtitle: 'How a co-operative decides what to eat and what to keep',
    sections: [
      section(
        'The annual meeting',
        'The fishermen’s co-operative pays its dividend in fish. Each member may draw so many kilos a year, on showing a brass token, and what is not drawn by Lent goes to the hospital. I own a token by inheritance, and I can attend, but not speak.',
      ),
      section(
        'Two parties',
        'The young want less fish and a new boat. The old want fish. Neither will say so. The young speak of [growth](https://brasstokens.example/minutes), the old of discipline, and anybody who has listened to the same debate in a grander hall will recognise all the nouns.',
        'The old have a point, mind. A board with money in hand will find a boat to buy. Taking it out of the room in kilos is a way of making certain that the next boat has to be argued for.',
        PAYWALL,
      ),
      section(
        'What the record shows',
        'I was allowed to see sixty years of it. In the years when they kept most, the boats they bought were the worst: too large, and late. In the years when they [could hardly afford to](https://example.com/payout), they bought well. It proves little. Good years are when boats are dear.',
      ),
      section(
        'This year',
        'They split it, as always. Eight kilos a token. I gave four to the cobbler, who is allergic, and who hung them in his window as one would a certificate.',
        post('tt_brasstoken', '1700000000000000146', 'My yield is 8 kg. Trailing. You can smell it trailing.'),
      ),
    ],
  },
];
