import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_12: readonly IssueText[] = [
  {
    title: 'The translator’s margin',
    subtitle: 'A word is worth what is lost on the way',
    sections: [
      section(
        'Two registers',
        'Between novels my friend Hanne translates annual reports. She says that the novels are easier, since their authors wished to be understood. For reports she keeps a list of words that exist in order to have no counterpart.',
      ),
      section(
        'From the list',
        '“Challenging” is a year in which one lost money. “Exciting” is a year in which one spent it. “Right-sizing” she renders each time by the number of people, and each time [it is sent back](https://plainreports.example/right-sizing).',
        'Once she translated a chairman’s letter so that it said what he meant. He rang to thank her. He had not, he said, been aware of how bad things were.',
        PAYWALL,
      ),
      section(
        'The spread',
        'Every exchange takes a cut, in words as in money. Change a sum into another currency and back, and you learn what the bureau lives on. Hanne does it with sentences: there and back, by way of a colleague who has not seen the first. What returns is the content. The rest [was margin](https://example.org/round-trip).',
        'She tried it on this letter. I lost two jokes and a claim.',
      ),
      section(
        'A reader’s tool',
        'You need no second language for it. Read the paragraph, shut the report, tell it to somebody at dinner, and listen to what you say. If it comes out as “well, they are hopeful”, then that is what you own.',
        post(
          'tt_faithful',
          '1700000000000000147',
          'Client wants “a word between crisis and opportunity”. I offered “Wednesday”.',
        ),
      ),
    ],
  },
  {
    title: 'On selling a house you love',
    subtitle: 'The buyer is not bidding for the pear tree',
    sections: [
      section(
        'My aunt’s figure',
        'My aunt is selling the house on the hill. She asked for a price which the agent received in silence. It turned out to consist of the market value, plus the pear tree, plus thirty summers.',
      ),
      section(
        'He cannot see them',
        'The buyer would cut down the tree; it shades the place where one would park. He was not being crude. The summers are [not conveyed by the deed](https://deedsoffice.example/chattels). She would have to keep them, and it had not occurred to her that she could.',
        PAYWALL,
      ),
      section(
        'The test by absence',
        'There is a question that helps a little with shares: if you had the cash instead, would you buy this today? Asked of a house it is nearly indecent. But I asked. She thought about it, and said that [no, she would buy something with fewer stairs](https://example.com/endowment).',
        'After that we talked about the price, and it took ten minutes.',
      ),
      section(
        'What she took with her',
        'A cutting, in wet newspaper. It has not taken. The gardener says that pears do not, from cuttings; one has to graft them onto something that is already standing. My aunt regards this as having been said on purpose.',
        listen('https://audio.tidetable.example/pear-tree.mp3', 'Listen: the kitchen, last day (4 minutes)'),
        post('tt_hillhouse', '1700000000000000148', 'Sold. He is keeping the tree. He says it was on the photographs.'),
      ),
    ],
  },
  {
    title: 'The map with no depth',
    subtitle: 'Soundings, models and the white parts of a chart',
    sections: [
      section(
        'A chart in the pilot’s office',
        'It was engraved in 1872 and is the loveliest thing in town. The coast is drawn to the last rock. Where the lead was never lowered the paper is white, and across the white there is a compass rose, so as to have something to look at.',
      ),
      section(
        'White means white',
        'The pilot admires that about it. His screen [has no white](https://leadandline.example/interpolation). Between two soundings it draws a smooth blue floor, which it has made up, in the colours it uses for what it knows.',
        'I have spent part of my working life among models that do this. There are ten years of data on either side and a guess between, all in one blue.',
        PAYWALL,
      ),
      section(
        'The rock called Consuelo',
        'In 1911 a collier found a rock in a place where the new chart said nine fathoms. There had been soundings on each side of it. Nobody had done anything wrong; the rock [was narrower than the gap](https://example.net/sampling-theorem). It bears the name of the ship, and the nine is still visible under it if one holds the chart to the light.',
        listen('https://video.tidetable.example/consuelo.mp4', 'Watch: the rock at low springs (2 minutes)'),
      ),
      section(
        'A request',
        'To whoever draws the next chart of anything, be it growth, risk or me: please leave the white parts white. Put a rose on them if they look bare.',
        post('tt_ninefathoms', '1700000000000000149', 'Screen: 16.4 m. Lead: 11. Captain: quiet.'),
      ),
    ],
  },
  {
    title: 'Questions from the ferry',
    subtitle: 'Asked by readers between the slip and the other side',
    sections: [
      section(
        'Is it too late to buy a flat here?',
        'A couple asked this with their hands in each other’s pockets. I said that I had been asked it every year since I came, and that each year it had been. They have [seen one on Pump Lane](https://pumplane.example/to-let). I told them to go and stand in it when it rains.',
      ),
      section(
        'What do you own yourself?',
        'A fair question. One dull fund, some bonds of a dull sort, a token for mackerel, a lump of salt. I change about one thing a year, and mostly regret it. If I named the fund, you would think that I was recommending it, and I would begin to [watch it](https://example.org/disclosure).',
      ),
      section(
        'Does anyone pay for this?',
        'About one reader in six. The rest get the first half of most letters, and some of the whole ones, such as this. I have thought about asking more and writing less. Oriol, who was steering, said that this was how the ferry began to go wrong.',
        post(
          'tt_onthestern',
          '1700000000000000150',
          'Asked the newsletter woman for a tip. She said “life jackets are under the bench”.',
        ),
      ),
      section(
        'When will the next crash be?',
        'It was a girl of about nine, and she meant the ferry. I said that it had never had one. She gave the slip, which was coming up quickly, a long look, and then me, and went to stand at the back.',
        listen('https://audio.tidetable.example/crossing.mp3', 'Listen: one crossing, whole (11 minutes)'),
      ),
    ],
  },
  {
    title: 'Low water',
    subtitle: 'Notes from the bottom of the harbour, on the lowest tide of the year',
    sections: [
      section(
        'Twenty-two minutes',
        'Twice a year, at the great springs, the inner harbour nearly empties, and for some twenty minutes one can walk on its floor. Half the town goes down with buckets. I take a notebook and somebody else’s boots.',
      ),
      section(
        'Inventory',
        'Eleven bicycles; the trolley from the episode of the ladder; a safe with its door open. Chains, each leading to a mooring, each thinner than its owner supposes. I have often been told what one sees [when the water goes out](https://example.com/low-tide). Mainly one sees what people thought it would hide for them.',
        PAYWALL,
        'The harbour master goes round with chalk and marks the chains that will not do. He has twenty-two minutes for forty. He doesn’t speak to anyone, and no one speaks to him; it is the one audit I know at which the auditor is left alone.',
      ),
      section(
        'The order of work',
        'He starts with the largest boats. If one of those goes, it takes the small ones with it, whose chains may be excellent. I have heard the same idea put [in four hundred pages](https://springtides.example/systemic), and it took longer than the tide.',
      ),
      section(
        'Then it comes back',
        'It comes from behind you, as a rule, in a thin sheet, making no sound. People pick up their buckets without hurry. In an hour everything was afloat again and looked as safe as it ever has. I could see the chalk for a while, going green.',
        post(
          'tt_springtide',
          '1700000000000000151',
          'He chalked my chain. I saw him. I am going to pretend that I did not until Friday.',
        ),
        listen('https://video.tidetable.example/low-water.mp4', 'Watch: twenty-two minutes, shortened to two'),
      ),
    ],
  },
];
