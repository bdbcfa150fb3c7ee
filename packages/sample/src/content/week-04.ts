import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_04: readonly IssueText[] = [
  {
    title: 'The lighthouse has no shareholders',
    subtitle: 'On light that cannot be withheld',
    sections: [
      section(
        'The example in every textbook',
        'Economists love a lighthouse. You can’t charge a ship for looking, so nobody would build one for gain, so the state must: end of chapter. I live beside one and find the chapter [rather short](https://beaconpapers.example/who-paid).',
      ),
      section(
        'Ours was built by a grocer',
        'He had lost two cargoes of lemons on the point. He put up the tower, then went to the harbour office and asked that every ship which berthed should pay him a penny a tonne. You cannot withhold a light, but you can withhold a quay.',
        'So the unchargeable thing was tied to a chargeable one, and the lemons came home for sixty years. I know of few inventions in finance as good as [that penny](https://example.org/bundling).',
      ),
      section(
        'Then it worked too well',
        'With the point lit, nobody was wrecked there. With nobody wrecked, shippers asked what the penny was for. It was cut, then waived, and in the end the town took over the tower for nothing, as a relic.',
        'Whatever protects us destroys the evidence that we needed it. I have seen the same happen to dykes, to regulators and to one excellent night nurse.',
        post(
          'tt_pointlight',
          '1700000000000000111',
          'In 31 years I never saw a wreck from up here. They say that proves I was not needed.',
        ),
      ),
      section(
        'Who pays now',
        'A line in a budget that nobody reads, between parking and wreaths. It is about what the town spends on its Christmas lights, which many more people look at.',
        listen('https://audio.tidetable.example/lamp-room.mp3', 'Listen: the lamp room, turning (2 minutes)'),
      ),
    ],
  },
  {
    title: 'Rent, in three kitchens',
    subtitle: 'One street, one month, three ideas of fair',
    sections: [
      section(
        'Number eight',
        'Dolores pays what she paid when her son was at school; he is now a grandfather. Her landlord’s heirs have lost track of her. She repairs everything herself, quietly, so that nobody is reminded.',
      ),
      section(
        'Number ten',
        'Two nurses and a cellist share three rooms and a contract of nine pages. It rises each January [with an index](https://leasewatch.example/indexation), as their wages do not. The cellist has worked out the year in which the line of the rent crosses that of her pay. It is on the fridge, as a target to be missed.',
        PAYWALL,
      ),
      section(
        'Number twelve',
        'Number twelve belongs to a couple from inland and is let by the night. It is empty about half the time and earns twice what number ten does. The couple told me, truthfully, that they [love the town](https://example.com/short-lets) and wish that more of it would stay open in winter.',
        post(
          'tt_keysafe',
          '1700000000000000112',
          'Counted the key boxes on my way to work. Forty-one. There used to be cats.',
        ),
      ),
      section(
        'What a rent is',
        'One street, the same damp, three prices: a memory, an index and an auction. Every proposal for mending the housing question turns out to be a vote for one of these kitchens. Before I argue, I try to say which table I imagine myself sitting at.',
      ),
    ],
  },
  {
    title: 'A fund with a beautiful name',
    subtitle: 'Notes on the poetry of prospectuses',
    sections: [
      section(
        'Names I have collected',
        'I keep a list of names that funds have been given. There is always a summit, an oak or a lighthouse. I have never met one called Estuary, though an estuary is where most money ends up: broad, brown and slow.',
      ),
      section(
        'What the name is for',
        'It is for the moment at which you explain to your spouse what you have bought. “The summit one” will do. Nobody can say over dinner that he owns an instrument with an unhedged exposure to the spread between things, so somebody has to [write the poem](https://prospectuspoets.example/summits).',
        'I asked a man whose trade this is. A good name, he said, has an animal or a height, and no verb. Verbs can be checked.',
        PAYWALL,
      ),
      section(
        'The year that the oak fell',
        'A fund with a tree in its name lost a third in one spring while its letter spoke of roots. That is a hazard of metaphor: it goes on flowering when the thing is dead. The next letter changed to ships.',
        'I went back over forty such letters and marked each figure of speech. They thicken [in bad quarters](https://example.net/adjectives), as fog does where warm air meets cold water.',
      ),
      section(
        'A modest proposal for labels',
        'Call it what it holds, what it charges and who decides, in that order. Lemons, one per cent, Gustav. I would buy a little of that.',
        post(
          'tt_smallprint',
          '1700000000000000113',
          'Renamed my overdraft “Horizon Opportunities”. Feeling much better.',
        ),
      ),
    ],
  },
  {
    title: 'Everything gets wet together',
    subtitle: 'The trouble with owning both the umbrella and the ice',
    sections: [
      section(
        'The two-stall theory',
        'My first teacher of finance had an uncle, or said so, who sold umbrellas at one end of the promenade and ices at the other. Rain or shine, one stall paid for both. It is the best short account of diversification that there is, and I believed in it until last September.',
      ),
      section(
        'Last September',
        'A wind came which took the stalls. Both of them: the striped one and the white one lay in the harbour side by side, along with [everything else that had nothing in common](https://example.org/correlation).',
        'The uncle’s stalls were different as to weather. They were alike as to being stalls.',
        PAYWALL,
      ),
      section(
        'Look underneath',
        'Two holdings may differ in all that you can see, and stand on one plank: the same lender, the same clearing house, the same clever young man. When the plank goes you learn what you owned. A [list of planks](https://planksurvey.example/common-owners) would be worth more to me than any table of correlations, and nobody sells one.',
      ),
      section(
        'The third stall',
        'He has rebuilt, this time with one stall only, and a savings account. “So now you are not diversified at all,” I said. He said that on the contrary, one half of him was now not on the promenade.',
        post('tt_twostalls', '1700000000000000114', 'Found our sign. Two kilometres east. It still said OPEN.'),
      ),
    ],
  },
  {
    title: 'Counting the swallows',
    subtitle: 'Seasonal adjustment for beginners',
    sections: [
      section(
        'A number without its season',
        'The town’s unemployment fell by a fifth in May, and the mayor had it read out from the balcony. It falls by a fifth every May. In October it goes back up, and there is never anybody on the balcony.',
      ),
      section(
        'How it is taken out',
        'You find what usually happens in May and take it away. What is left is the news. The [method](https://monthlyfigures.example/adjustment) has been refined by patient people for a century, and at bottom it is what every farmer does when he says that it is warm for March.',
        'This year, adjusted, May was slightly bad. The mayor’s office has asked me to point out that it was nevertheless May.',
      ),
      section(
        'When the season moves',
        'The boatyard’s widow has noted the first swallow on the same calendar since 1961. It has come forward by eleven days. An adjustment made with the old dates would find that every March is a boom and every April a slump, [in swallows](https://example.com/calendar-effects).',
        'So it goes with anything that repeats. The pattern is learnt just well enough to be believed by the time that it shifts.',
        post(
          'tt_swallowbook',
          '1700000000000000115',
          '24 March, 07:10, over the slip. Alone. Looked as surprised as I was.',
        ),
        listen('https://audio.tidetable.example/swallows.mp3', 'Listen: the slip in April (3 minutes)'),
      ),
    ],
  },
];
