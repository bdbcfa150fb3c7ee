import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_09: readonly IssueText[] = [
  {
    title: 'The weigher’s thumb',
    subtitle: 'Whoever keeps the scales sets more than the weight',
    sections: [
      section(
        'A public office',
        'Until 1954 the town kept a sworn weigher. All fish sold by weight had to cross his scales, and he was paid by neither side. He wore white gloves, so that everybody could see his thumbs.',
      ),
      section(
        'What hangs on a scale',
        'A weight is used once, for the sale. But it was also chalked on a board, and rents on the quay, the crews’ shares and the chapel’s tithe were [all reckoned from the board](https://chalkboards.example/tithe). A gram of thumb, in those days, went a long way.',
        'Modern finance has many such boards. A number is read out at eleven o’clock, and ten thousand contracts elsewhere look up.',
        PAYWALL,
      ),
      section(
        'How thumbs get in',
        'Seldom by bribes. The number needs sellers to report, then fewer report, then it rests on the estimate of two people who also have [a position](https://example.com/fixings). No one has moved. The board has grown so large that the scale can no longer hold it.',
        post(
          'tt_whiteglove',
          '1700000000000000132',
          'Great-grandfather’s gloves are in the museum. Left thumb worn through. We do not discuss it.',
        ),
      ),
      section(
        'The end of the office',
        'He was replaced by an automatic scale with a brass plate. It was accurate and nobody watched it. Within two years, says the harbour book, the crews’ shares had dropped by a thirtieth, and no one could ever show that it was the machine.',
      ),
    ],
  },
  {
    title: 'A gold rush in the estuary',
    subtitle: 'Elvers, licences and the second-richest man in town',
    sections: [
      section(
        'Glass',
        'On dark nights in January people stand in the river up to the waist, with sieves and lamps. They are after elvers, glass eels as long as a match. In the best year a bucket of them was worth a car.',
      ),
      section(
        'Licences',
        'The province then issued two hundred licences, free, to whoever had fished before. It was meant to save the eel. It made two hundred people rich at a stroke, as [the paper turned out to be worth more than the fish](https://sieveandlamp.example/permits), and could be sold.',
        PAYWALL,
        'Half had sold within three years. Those were not fools either; a roof is a roof. But the children of the sellers now fish, by the night, for the children of the buyers.',
      ),
      section(
        'Who got rich',
        'Mostly not the fishermen. The man who did best made sieves. The next sold waders on credit. It has been said of other rushes and was true of this one. I would only add that [the sieve-maker](https://example.org/picks-and-shovels) had been poor for thirty years, during which it was not called a strategy.',
      ),
      section(
        'And the eel',
        'It is doing a little better. It crosses an ocean to breed, and has no idea that it was ever property.',
        listen('https://audio.tidetable.example/elvers.mp3', 'Listen: the river at new moon (8 minutes)'),
        post('tt_glasseel', '1700000000000000133', 'Stood six hours in a river. Caught a cold and one bicycle.'),
      ),
    ],
  },
  {
    title: 'Retirement of a postman',
    subtitle: 'Thirty-eight years of steps, turned into an income',
    sections: [
      section(
        'The offer on the table',
        'Señor Lluch has carried my letters for as long as I have had any. At sixty-five he was given a choice: a sum, which would buy a small flat, or so much a month until he dies. He brought both papers to my door, out of habit.',
      ),
      section(
        'The actuary’s postman',
        'The monthly sum is right for a man who lives to eighty-four. This man has walked twenty kilometres a day and has [a mother](https://longlives.example/tables) who is a hundred and one. I pointed out that he was not the postman they had in mind.',
        PAYWALL,
        'He said that he might be run over. I agreed that this would make the lump sum the better bargain, though he would be in a poor position to enjoy having chosen well.',
      ),
      section(
        'The peculiar thing about it',
        'An annuity is insurance against living, and is therefore hard to sell. You pay, and if you are unlucky nothing burns down. Most people who are offered one [refuse it](https://example.com/annuity-puzzle). They would rather leave something than be sure of something, and I can’t say that they are wrong.',
      ),
      section(
        'What he took',
        'He took the monthly sum. The sum decided nothing, he told me afterwards; he had pictured himself with all that money and no one to deliver it to.',
        post(
          'tt_lastround',
          '1700000000000000134',
          'First morning off. Walked the round anyway. The dogs were very confused.',
        ),
      ),
    ],
  },
  {
    title: 'The choir sells its piano',
    subtitle: 'The difference between a price and a buyer',
    sections: [
      section(
        'In the books at nine thousand',
        'The choir needs a roof for its rehearsal room, and owns a concert grand. The insurer had valued it at nine thousand. The choir voted to sell it, ordered the roof, and put a card in the music shop.',
      ),
      section(
        'Nobody came',
        'In spring a man looked in and hummed. In June it stood at six thousand. There are perhaps four people within a day’s drive who want such a piano, one of whom has [stairs](https://grandpianos.example/staircases). The nine thousand had been somebody’s opinion of what it would cost to replace, which is a different question.',
        PAYWALL,
      ),
      section(
        'Patience has a price too',
        'They could have waited. An illiquid thing is worth more to whoever can wait, and large endowments are praised for earning [a premium on patience](https://example.org/illiquidity). But the roof had been ordered. The choir was short of money and short of time, and had looked only at the first.',
        'I have seen pension funds in this position with better tailoring.',
        post(
          'tt_altorow',
          '1700000000000000135',
          'For sale: piano, large, in tune with itself. Must be able to love a G sharp.',
        ),
      ),
      section(
        'How it ended',
        'The organist’s sister took it for four thousand and left it where it is, since she has stairs. The choir may use it. So it has sold its piano, kept its piano and got half a roof, and the treasurer is quite unable to enter this.',
        listen('https://audio.tidetable.example/g-sharp.mp3', 'Listen: the G sharp in question (1 minute)'),
      ),
    ],
  },
  {
    title: 'Things that are cheap because they are far',
    subtitle: 'What the freight rate knows about a garden chair',
    sections: [
      section(
        'A chair on the mole',
        'A container was opened on our quay last week, and in it were six hundred garden chairs. Each had come eleven thousand sea miles for [less than my bus fare to the hospital](https://boxrates.example/per-chair). The chairmaker in the next village is nine miles off, and asks more for delivery.',
      ),
      section(
        'Distance is not what it seems',
        'The sea is the cheapest road there is. What costs money is each end of it: the crane, the form, the last nine miles. A thing made beside a deep quay on the other side of the world is nearer, in money, than a thing made up a hill.',
        PAYWALL,
      ),
      section(
        'When the road shut',
        'Then came the season when a strait was closed and ships went the long way. The freight went up tenfold. A chair could bear it; the price of the chair in the shop went up by the fare, and people grumbled and sat down. What could not bear it was [anything heavy, simple and cheap](https://example.net/ad-valorem), and for some months the tile works up the hill was a going concern.',
        'They took on six men, and bought a new kiln just in time for the strait to open.',
        post(
          'tt_tileworks',
          '1700000000000000136',
          'For eleven months geography was on our side. We have a kiln to remember it by.',
        ),
      ),
      section(
        'A sum for the kitchen table',
        'Take anything in the room, guess its weight, divide the price by it. Whatever costs less than a few coins per kilo was made near here or won’t be for long. It is a dull game, and I have not lost a dinner guest to it yet, though there have been yawns.',
      ),
    ],
  },
];
