import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_01: readonly IssueText[] = [
  {
    title: 'The price of a quiet harbour',
    subtitle: 'What a mooring fee knows about interest rates',
    sections: [
      section(
        'Forty berths, one waiting list',
        'The harbour below my window has forty berths and a waiting list of sixty names. The fee has not moved in nine years. Anybody who has sat through an economics lecture can see the mistake, and the harbour master can see it too.',
        'He told me he likes the list. A list can be [pinned to a door](https://porthandbook.example/waiting-lists) and argued about. A price cannot be argued about, only paid or not paid.',
      ),
      section(
        'What waiting costs',
        'Money also has waiting lists; we call them interest rates. When the rate is held below where it would settle, the queue does not vanish. It moves to somewhere less visible: the loan officer’s desk, the cousin at the bank.',
        post(
          'tt_quaywatcher',
          '1700000000000000101',
          'Eleven years on the berth list. My boat is now older than my marriage.',
        ),
        PAYWALL,
      ),
      section(
        'The man who sold his place',
        'Last spring number four on the list sold his place to number fifty-one. Nobody had said that he could not. The sum, I am told, was close to nine years of the fees that were never raised.',
        'So the market rate existed all along. It was only being collected by [somebody other than the harbour](https://example.org/shadow-prices).',
      ),
      section(
        'Three things to carry home',
        'Look for the queue. Ask who keeps the list. When a price has stood still for nine years, assume that something else has been moving.',
      ),
    ],
  },
  {
    title: 'Yield is a story about patience',
    subtitle: 'Why the long end listens to gossip',
    sections: [
      section(
        'Two clocks on one wall',
        'My grandmother kept two clocks in the kitchen, one right and one ten minutes fast. She lived by the fast one and trusted the other. A bond market has the same arrangement, except that nobody remembers which clock is which.',
      ),
      section(
        'The short end reads the news',
        'A three-month bill has no time for opinions. It wants to know what the central bank will do at the next meeting, and [the calendar](https://ratesdiary.example/meetings) is printed a year ahead.',
        'This makes it dull and honest, like a timetable.',
      ),
      section(
        'The long end reads novels',
        'Thirty years is another matter. In thirty years there will be governments whose founders are now at school. The price of lending for that long is mostly the price of [not knowing](https://example.com/term-premium), and that moves with the mood in the room.',
        PAYWALL,
        'I keep a note of what was said each time the long end jumped. In about half the cases the news was weeks old. Somebody had merely said it well.',
      ),
      section(
        'When they disagree',
        'An inverted curve is the two clocks showing the wrong order. It has been a decent omen of trouble and a poor guide to its date. My grandmother was never late, but she often stood on the platform for a long time.',
        listen('https://audio.tidetable.example/two-clocks.mp3', 'Listen: the two clocks, read aloud (9 minutes)'),
      ),
    ],
  },
  {
    title: 'The broker who would not call',
    subtitle: 'Silence as a form of advice',
    sections: [
      section(
        'A telephone in a drawer',
        'A reader from the hills wrote about her late father’s broker. In thirty years he rang four times. She found the dates in a diary, and each was within a week of a bottom.',
      ),
      section(
        'Why the others rang',
        'A broker who is paid by the trade must ring; it is the only instrument he has. None of this takes wickedness. A man with a bell will find reasons to ring it, and [the fee schedule](https://example.net/fees) is the bell.',
        post(
          'tt_paperbroker',
          '1700000000000000102',
          'I made 212 calls this week. Ask me how many I would have wanted to get.',
        ),
      ),
      section(
        'How I counted',
        'I asked the reader whether I might look at the diary. Four calls is a small sample. Luck could do it about one time in two hundred, by a [crude reckoning](https://backofenvelope.example/four-calls) that I would not defend in court.',
        PAYWALL,
      ),
      section(
        'What the fourth call said',
        'It lasted under a minute. He said that he thought it was over, that he might be wrong, and that his knee was better. She bought nothing and has regretted only that she never asked about the knee.',
      ),
      section(
        'A rule for the telephone',
        'Count how often your adviser says nothing. If the count is zero, you are not being advised; you are being kept company.',
      ),
    ],
  },
  {
    title: 'Bread, and other inflation hedges',
    subtitle: 'A walk past five bakeries with a notebook',
    sections: [
      section(
        'The index on my street',
        'There are five bakeries between my door and the station, and I have written down the price of a plain loaf in each since January. They rose by four, four, six, nine and nought per cent.',
      ),
      section(
        'The one that did not move',
        'The fifth bakery kept its price and made the loaf smaller. I know because I own a scale. The official statisticians own one as well and [correct for this](https://pricesdesk.example/shrinking), which people who distrust them seldom mention.',
      ),
      section(
        'Who pays first',
        'Inflation arrives at different doors on different days. The pensioner who buys one loaf meets it before the hotel that has a contract until autumn. An average of the two is a fair description of [nobody in particular](https://example.com/averages).',
        post(
          'tt_crumbcounter',
          '1700000000000000103',
          'My baker raised the price and apologised. I have never trusted a central banker that much.',
        ),
      ),
      section(
        'Can you hold bread?',
        'Not for long. What you can hold is the ability to put a price up without losing the customer. It is not listed on any exchange under that name, but it is what most people mean when they say that they want something real.',
      ),
    ],
  },
  {
    title: 'A short history of being early',
    subtitle: 'On good ideas, bad dates and the cost of waiting',
    sections: [
      section(
        'Right, and ruined',
        'There is a bench on the promenade given by a man who was right about everything. He saw the canning bust coming and sold two years before it came. In those two years canning shares doubled and his wife left him.',
      ),
      section(
        'The arithmetic of too soon',
        'Being early costs money in a way that being wrong does not, since the early man keeps his conviction and so keeps paying. Shorting at 3 per cent a month of carry, [you have about two years](https://example.org/carry-table) before you are no better than the fool you bet against.',
        PAYWALL,
      ),
      section(
        'What dates are made of',
        'A forecast has two halves, the thing and the day. The thing comes from reading; the day comes from other people’s patience, which is not written down anywhere. I know of one [attempt to measure it](https://slowdata.example/patience), and its author has stopped.',
      ),
      section(
        'Small, and on time',
        'The remedy is size. An early bet that is small is only an opinion with a receipt. You can carry it past the bench each morning and still greet the sea.',
        listen('https://video.tidetable.example/bench.mp4', 'Watch: the bench, in bad weather (3 minutes)'),
      ),
      section(
        'From the postbag',
        'Several of you asked what became of the wife. She bought the cannery at the bottom and ran it for thirty years. There is no bench.',
      ),
    ],
  },
];
