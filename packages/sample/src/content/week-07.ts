import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_07: readonly IssueText[] = [
  {
    title: 'The census of empty chairs',
    subtitle: 'Why the restaurant is open on a wet Monday',
    sections: [
      section(
        'Eleven covers',
        'On the wettest Monday of the autumn I counted the guests of the nine restaurants on the front. There were eleven, in two of them, and five of those belonged to one birthday. All nine were open and lit like liners.',
      ),
      section(
        'What staying open costs',
        'The rent is owed whether or not the lamps burn. So is the loan for the oven. What the cook could save by shutting is the gas, the waiter and [a bag of leaves](https://coverscount.example/variable), so if three couples come he is ahead. He knows this without having written it down.',
        'It explains airlines and steelworks as well. What looks like madness from the street is often somebody earning a little toward a cost which is already spent.',
        PAYWALL,
      ),
      section(
        'Why they all do it',
        'If one place were dark, its table of two would go next door. So none dares, and together they heat nine rooms for eleven people. The cartel that would mend this is forbidden. In my grandmother’s day it was called [having Mondays off](https://example.org/coordination).',
      ),
      section(
        'The birthday',
        'It was the waiter’s. His colleagues had come over from the other eight.',
        post('tt_wetmonday', '1700000000000000124', 'Specials tonight: you. You are the special. Please come in.'),
      ),
    ],
  },
  {
    title: 'An option on the weather',
    subtitle: 'A wedding, a marquee and a deposit',
    sections: [
      section(
        'The tent man’s terms',
        'My niece is to be married in the orchard. The tent man asks a tenth now to keep the date. On the Thursday before, she may take the tent at the full price, or let it go and lose the tenth. He was surprised to be told that he was a dealer in derivatives.',
      ),
      section(
        'What she has bought',
        'She has bought the right to change her mind, with a date on it. If the sky is clear she has spent a tenth for nothing and will be glad. If not, she has a roof. The worst outcome is known [to the cent](https://tenthdown.example/terms), and that is what one pays for.',
        PAYWALL,
      ),
      section(
        'What he has sold',
        'He has four tents and, it turns out, nine deposits. Mostly it does not rain on all of them. He keeps a cousin with two more tents in the hills, whom he pays something every spring for the promise. You see that he has [laid off his tail](https://example.net/hedging), and that the cousin hasn’t.',
        'I asked what he does in a summer when it rains everywhere. He said that in such a summer he is not to be found.',
        listen('https://video.tidetable.example/orchard.mp4', 'Watch: putting up a marquee in a breeze (2 minutes)'),
      ),
      section(
        'Thursday',
        'The forecast said four in ten. She took the tent. It was a radiant day, and the guests stood inside, since it was the only shade.',
      ),
    ],
  },
  {
    title: 'The committee meets in the chapel',
    subtitle: 'How nine people find out what they think',
    sections: [
      section(
        'Eight times a year',
        'The credit union has its rate set by nine members, in the side chapel, because the hall is let to judo. I take the minutes. The whole process is so like that of larger committees that I have begun to read [theirs](https://ratesdiary.example/minutes) with a sense of smell.',
      ),
      section(
        'Who speaks first',
        'For years it was the chairman, and the rate was what the chairman thought. Then he had a sore throat, and the order was reversed. Youngest first, his deputy ruled, as in [old naval courts](https://example.com/junior-first). At once there were four opinions.',
        'The chairman, when his voice was back, kept the rule. He said that he had not known how lonely he was.',
        PAYWALL,
      ),
      section(
        'The word “broadly”',
        'I have a glossary. “Broadly” means that two disagree. “On balance” means that it was late. “Members noted” means that it was Pilar. When a central bank puts a new word in its statement, I think of the person at the end of the table with a pen and a bus to catch.',
      ),
      section(
        'Dissent',
        'Pilar votes against about every third time, and signs it. She has been right less often than the rest. She is also the reason that the rest can say what the argument was. I would hold her place [in any institution](https://dissents.example/usefulness) at any reasonable price.',
        post('tt_sidechapel', '1700000000000000125', 'Rate held at 4. Heating not held at anything. Judo won.'),
      ),
    ],
  },
  {
    title: 'Rope',
    subtitle: 'On margins of safety, with a knot in the middle',
    sections: [
      section(
        'The chandler’s rule',
        'Ilse at the chandlery will not tell you what a rope can bear. She asks what you mean to hang on it, multiplies by eight and goes to the shelf. The strength is printed on the drum. She considers it a figure for people who are not going out.',
      ),
      section(
        'Where the eight comes from',
        'A knot takes half. Sun takes a quarter of the rest, salt some more, and then the load does not hang, as in the test: it jerks. By the time you have allowed for [everything that happens to rope](https://ropewalk.example/derating), the eight is about two.',
        'So the margin is not timidity laid on top of the sum. It is the rest of the sum, which nobody has written out.',
        PAYWALL,
      ),
      section(
        'A test to destruction',
        'She let me break one, on the winch behind the shop. I expected a warning. There is a creak, then nothing changes for a long time, and then the thing is in two pieces and [your hat is in the water](https://example.org/brittle). It did not fray by degrees to suit the observer.',
        listen('https://video.tidetable.example/winch.mp4', 'Watch: one rope, one winch, one hat (40 seconds)'),
      ),
      section(
        'Applied to the rest',
        'Borrow an eighth of what they would lend you. I have done it so all my life and have missed some splendid things. I still have my hat. Well: I have a hat.',
      ),
    ],
  },
  {
    title: 'Late payers',
    subtitle: 'Following one unpaid bill around the harbour',
    sections: [
      section(
        'It began with a shed',
        'In March the boatyard had a shed roofed and did not pay. The roofer was owed nine thousand. He therefore did not pay the timber yard, which put off the haulier, who had his van mended on account by the garage, which rents its premises from the boatyard.',
      ),
      section(
        'The circle',
        'I drew it for them on the wall of the Bitácora, and five people looked at it for some time. The nine thousand went all the way round. Everybody was owed and everybody owed, [and nobody had a cent to do with it](https://roundrobin.example/netting).',
        'Had anyone had nine thousand for one afternoon, he could have walked it round the harbour and been home with it by six.',
        post(
          'tt_roofandsons',
          '1700000000000000126',
          'I have been paid by a man who was paid by a man who I then paid. Lunch was excellent.',
        ),
      ),
      section(
        'The afternoon',
        'The credit union lent it, at eleven. The boatyard paid the roofer before witnesses, and so on, in the rain. It was back by a quarter to four, and the interest came to [about two coffees](https://example.net/intraday).',
        'I do not say that all slumps are this. I say only that, when next a whole town is short of money, it is worth asking whether anybody has drawn the circle.',
      ),
      section(
        'One thing left over',
        'The haulier had added a late fee. It has now been handed on twice. I am told that it reached the garage yesterday.',
      ),
    ],
  },
];
