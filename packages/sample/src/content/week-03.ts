import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_03: readonly IssueText[] = [
  {
    title: 'The ferry and the bridge',
    subtitle: 'How to value a thing that has an end date',
    sections: [
      section(
        'A date on a signboard',
        'The bridge over the estuary opens in nineteen months. It says so on a board by the slipway, and Oriol, who has run the ferry since his father stopped, moors beneath it every evening. The council chose the spot without malice.',
      ),
      section(
        'Nineteen months of fares',
        'I did the sum with him on the back of a cargo note. Take the fares, take away diesel and the boy, discount for the wait. It came to rather less than the ferry company’s accountant has it in the books for, since he spreads the cost of the boat over [twenty-five years](https://ledgercraft.example/useful-life).',
        'A thing may be useful for twenty-five years and wanted for two. Accounts know the first number only.',
        PAYWALL,
      ),
      section(
        'The curious rise in profits',
        'Since the board went up, the ferry has never earned so much. Oriol has stopped painting. He does not train a second boy. Everything that was done for later has been left out, and what remains looks like [a splendid margin](https://example.org/harvest).',
        'Somewhere an analyst is drawing that line upwards.',
      ),
      section(
        'What he will do',
        'He has been offered work inspecting the bridge. He laughed about it for a day, then took it. He knows the current at that spot better than the engineers do, and he would like to be paid for being right about it, for once.',
      ),
    ],
  },
  {
    title: 'A bank run, with umbrellas',
    subtitle: 'The Tuesday on which everybody was sensible',
    sections: [
      section(
        'It rained, so there was a queue',
        'My grandmother told it thus. Rain came on suddenly in Chandler Street, and a dozen people stepped under the awning of the savings bank. Somebody across the road saw a queue outside a bank. By noon there were four hundred, with umbrellas.',
      ),
      section(
        'No one there was stupid',
        'She joined it herself, knowing about the rain. If the others thought that the bank would fail, it would fail, and then knowing better would have been [a poor sort of pension](https://example.com/self-fulfilling). She was thirty-first in line at one point, and proud of it all her life.',
        PAYWALL,
      ),
      section(
        'The manager’s trick',
        'He had cash for about ninety people. He paid it out in the smallest notes, counted aloud, twice. He had coffee brought. He sent his own wife to the front door with a basket, in her good hat, to pay in.',
        'The history of central banking [holds grander devices](https://slowmoney.example/lender-of-last-resort), but I have not found one which is different.',
        listen('https://audio.tidetable.example/umbrellas.mp3', 'Listen: my aunt on the good hat (6 minutes)'),
      ),
      section(
        'At four o’clock it stopped',
        'First the rain, then the queue. Those who had drawn their money stood in the sun with it and looked at one another. Several went back in and asked whether the bank would be so kind.',
      ),
      section(
        'Since then, quicker',
        'It now takes a thumb and half a minute, no weather needed and no hat to see. What the manager bought with small notes was time to look foolish in. We have made withdrawal convenient; I should like somebody to work on making it [a little embarrassing](https://example.net/friction).',
        post(
          'tt_chandlerst',
          '1700000000000000108',
          'There is a queue outside the bakery. I do not know what for. I am in it.',
        ),
      ),
    ],
  },
  {
    title: 'The cobbler’s second chair',
    subtitle: 'Spare capacity, and who pays for it to sit there',
    sections: [
      section(
        'A chair that is never used',
        'In the cobbler’s shop there are two chairs for customers. I have been going for eight years and have never seen two customers. When I asked him, he said that the second was for when there were two.',
      ),
      section(
        'The efficiency man’s visit',
        'The chamber of commerce once sent round an adviser, who proposed a shelf of polishes where the chair stands. It would have brought in, by [his spreadsheet](https://leanharbour.example/square-metre), about a pair of soles a week.',
        'The cobbler thanked him and did nothing. An empty chair tells whoever looks through the window that there will be no waiting. He thinks of it as his signboard.',
        PAYWALL,
        'He may be fooling himself. But I notice that the shop next door put in the shelf, and that people look through its window and walk on.',
      ),
      section(
        'Slack is a kind of stock',
        'A factory at full stretch looks best in the year before it breaks. A hospital with a free bed, a port with a free crane, a household with a free evening all look wasteful until a Wednesday. I would like a line for it in the accounts: chairs, unoccupied.',
        post(
          'tt_lastandawl',
          '1700000000000000109',
          'Two customers today. At once! Both chairs. I hardly knew where to look.',
        ),
      ),
    ],
  },
  {
    title: 'Salt',
    subtitle: 'A very short essay on things that used to be money',
    sections: [
      section(
        'Under the floor',
        'When they took up the floor of the old customs shed, they found salt, eleven tonnes of it, hidden from a tax that ended before the railway came. It had been worth a street of houses. The builder asked whether I knew anybody with icy steps.',
      ),
      section(
        'Worth is a lease',
        'Nothing happened to the salt. It tastes as it did. What ended was everybody’s need for this salt from these pans, along with [the tax that made it dear](https://example.org/gabelle), and both went without a date that one could have put in a diary.',
        PAYWALL,
        'I keep a lump on my desk. People take it for quartz and ask whether it is valuable. I say that it was a hedge.',
      ),
      section(
        'The family',
        'Whoever hid it told someone, surely. I picture the secret going down the generations, each less certain whether it was a fortune or a joke, until one of them sold the shed [for the price of the slates](https://deedsoffice.example/customs-shed). He was right about the slates.',
      ),
    ],
  },
  {
    title: 'How to read a balance sheet in bad light',
    subtitle: 'Start at the bottom and hold it to the window',
    sections: [
      section(
        'The treasurer’s lamp',
        'I am auditor of the rowing club, an honour that nobody else could be made to accept. The accounts are handed to me once a year in the boathouse, under a lamp of fifteen watts. I have come to like the lamp. It slows one down.',
      ),
      section(
        'First what is owed',
        'Assets are opinions with a number. What you owe is a fact with a name. So I start there and ask of each line: to whom, by when, and [what if they want it sooner](https://footnoters.example/covenants)?',
        'The club owed a little to everybody and nothing large to anyone, which is how pleasant institutions go under.',
        post(
          'tt_coxswain',
          '1700000000000000110',
          'Our auditor asked to SEE the boat. Nobody has ever asked to see the boat.',
        ),
      ),
      section(
        'Then what is missing',
        'The newest eight is in the books at what it cost. I asked to see it. It was there, and so was a hole, patched with a tin lid and a good deal of hope. The accounts had not lied. They had only not been in the boathouse since spring.',
        PAYWALL,
      ),
      section(
        'Three lines that I always underline',
        'Money due from members: does it grow faster than the membership? Sundry: is it bigger than last year? And anything whose name has changed, since [things are seldom renamed because they are going well](https://example.com/restated).',
      ),
      section(
        'What I signed',
        'In the end I signed, with one sentence beneath about the tin lid. It was read aloud at the meeting, where it got a laugh, and later a plank.',
        listen('https://video.tidetable.example/tin-lid.mp4', 'Watch: the tin lid at sea (1 minute)'),
      ),
    ],
  },
];
