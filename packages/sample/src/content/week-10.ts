import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_10: readonly IssueText[] = [
  {
    title: 'The wind farm vote',
    subtitle: 'What would you take, and what would you pay?',
    sections: [
      section(
        'Twelve masts on the horizon',
        'A company would like to put twelve turbines off the point. They would be as tall as my thumb at arm’s length. The town is to vote, and the company has offered every household [a sum each year](https://thumbhigh.example/offer) if it says yes.',
      ),
      section(
        'Two surveys',
        'The council asked one half of us how much we would want in order to bear the masts. It asked the other half how much we’d pay to be spared them. The first figure was about nine times the second. They are the same horizon and the same people.',
        'We ask more for what we have than we would give to get it, as [many a study](https://example.org/willingness) has found with mugs. So everything turns on whether the view is ours to sell or theirs to spare, and no study can tell you that.',
        post(
          'tt_eastwindow',
          '1700000000000000137',
          'Asked my husband what the view is worth. He said “which view”. Forty years.',
        ),
      ),
      section(
        'The fishermen’s figure',
        'They asked for nothing a year, and for the right to fish between the masts, where trawlers cannot go. I thought it the cleverest bid in the room. They had noticed that somebody was about to build, at great expense, a fence around a nursery.',
      ),
      section(
        'The result',
        'It was carried by thirty-one votes. At the recount it was thirty. I voted and am not going to say how; but I have moved my chair to the other window, to find out whether I mind.',
      ),
    ],
  },
  {
    title: 'A bookshop’s dead stock',
    subtitle: 'Marking to market, one shelf at a time',
    sections: [
      section(
        'The back room',
        'At the rear of Quill & Daughter are eleven thousand books that no one has asked for since they were bought. They stand in the accounts at cost. As long as nobody opens the door, the shop is solvent.',
      ),
      section(
        'The daughter opens the door',
        'When the old man died, she went through with a pencil. This one, a coin. This one, nothing. By the evening she had written off [more than the building](https://backroom.example/writedown), and nothing had happened. The same books, the same damp.',
        PAYWALL,
        'Her accountant was aghast. He had been content for twenty years with a figure that both of them knew to be wrong, as it was wrong in the same way each time.',
      ),
      section(
        'Why she did it',
        'She told me that she could not buy new books while she believed that she was rich. Every spring there had been no cash, and every spring [the balance sheet](https://example.com/hold-to-maturity) had said to wait. “I was being advised by a room,” she said.',
      ),
      section(
        'The sale',
        'She sold the lot by the metre to a man who furnishes studies. He wanted green ones. A fifth turned out to be green, and those went for a good deal more than cost.',
        post(
          'tt_quillandco',
          '1700000000000000138',
          'Customer wants “something improving, 80 cm, not too red”. We aim to please.',
        ),
        listen('https://video.tidetable.example/back-room.mp4', 'Watch: eleven thousand books leaving (3 minutes)'),
      ),
    ],
  },
  {
    title: 'The second-best anchor',
    subtitle: 'Redundancy is only waste until it drags',
    sections: [
      section(
        'Why carry two',
        'Every boat in the harbour carries two anchors, and most have only ever wetted one. The second takes up room, rusts, and skins the knuckles. The regulations ask for it, but boats carried two before there were any regulations, when there was nobody to please but the bottom.',
      ),
      section(
        'Not the same again',
        'Ilse sells them and insists upon this: the second has to be of another pattern, on another line, [stowed at the other end](https://ropewalk.example/two-anchors). Two of the same will drag in the same mud. People buy two of the same because they look well together.',
        PAYWALL,
      ),
      section(
        'My own inventory',
        'I went through mine. I have two bank accounts, at one bank. Two copies of this letter’s archive, on one shelf. Three friends whom I would ask in trouble, each of whom would [ask the other two](https://example.net/common-mode). I had been buying pairs.',
        'The bank account took a morning to mend. The friends will take longer.',
      ),
      section(
        'The night it mattered',
        'I asked around for somebody who had needed the second anchor. The pilot had, once in thirty years, for about four hours. I asked whether it had been worth carrying for the other thirty. He looked at me as if I had asked it about his second lung.',
        post('tt_kedge', '1700000000000000139', 'Sold my spare anchor in May. Ask me how June went.'),
      ),
    ],
  },
  {
    title: 'Minutes of a meeting about a crane',
    subtitle: 'Item one was agreed on in 2009',
    sections: [
      section(
        'Present',
        'The harbour board, the engineer, a consultant with two telephones, and me in the public seats with a flask. Apologies were received from the manufacturer of the crane, which has been dissolved.',
      ),
      section(
        'Matters arising',
        'The crane was to cost two million and take a year. It has cost five and taken fourteen, and it lifts. It can’t turn. The consultant proposed a further nine hundred thousand, upon which, he said, [the sum already spent would not be lost](https://example.org/sunk).',
        'I watched the sentence go round the table. It is the most expensive sentence in the language, and nobody there was stupid.',
        PAYWALL,
      ),
      section(
        'The engineer’s question',
        'He asked: if somebody gave us this crane tonight, as a present, would we pay nine hundred thousand to make it turn? There was a pause. It was, said the chairman, an interesting way of putting it, [and could it be minuted](https://fourteenyears.example/crane) as a remark rather than as a question.',
        post('tt_publicseats', '1700000000000000140', 'Item 4, crane. Item 5, any other crane.'),
      ),
      section(
        'Resolved',
        'The ships shall turn instead. A coaster can be swung on its lines in twenty minutes, at the cost of a little shouting. It has been done so ever since, and visitors take it for a custom.',
      ),
    ],
  },
  {
    title: 'What my father called a crash',
    subtitle: 'Each of us has one, and it is seldom the biggest',
    sections: [
      section(
        'His',
        'My father’s crash was a Thursday when he was twenty-six. He had put a summer’s wages into a shipping line. By the Monday they would have bought a pair of boots. All his life he would say of any bad news, “it’s not like the boots.”',
      ),
      section(
        'Mine',
        'Mine was slower, a spring during which I learnt to dislike the sound of the post. I have lived through larger ones since, and they did not take. I was in cash, or in love, or [otherwise occupied](https://firstcrash.example/letters).',
        'It seems that we are vaccinated once, by whatever comes along when we are young and have just begun to own something.',
        PAYWALL,
      ),
      section(
        'What the studies say',
        'There is [a literature](https://example.com/experience) which finds that people who met inflation early fear it for good, and that those who met a slump hold fewer shares at seventy. One ought perhaps to be asked one’s year of birth before giving an opinion. I have begun to ask.',
      ),
      section(
        'Teo’s',
        'My nephew hasn’t had his. He thinks that what happened in March was one, and he has kept the screenshot. I said nothing. I want to be nearby, and I hope that it will be boots.',
        post(
          'tt_boots26',
          '1700000000000000141',
          'Dad’s crash: boots. Mum’s crash: the flat. Mine: a cartoon ape. We do not talk about it at dinner.',
        ),
        listen(
          'https://audio.tidetable.example/boots.mp3',
          'Listen: my father tells it, a little differently (5 minutes)',
        ),
      ),
    ],
  },
];
