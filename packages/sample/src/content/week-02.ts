import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_02: readonly IssueText[] = [
  {
    title: 'The fish auction runs downwards',
    subtitle: 'On prices that fall until somebody speaks',
    sections: [
      section(
        'Four in the morning, by the scales',
        'The auction in our market hall begins at a price nobody would pay and comes down. A hand on a dial falls, the buyers watch it, and the first to press a button owns the hake. The whole business takes eleven seconds, of which ten are silent.',
        'Visitors find it cold. They expect shouting, having seen [auctions in films](https://gaveldays.example/shouting), where the price climbs and people lose their heads in public.',
      ),
      section(
        'What silence is worth',
        'When a price climbs, you learn from your rivals: each bid tells you that another fool agrees. When it falls you learn nothing until it is too late. You are alone with your own number, and most of us keep that number rather vaguely.',
        PAYWALL,
        'So the experienced buyers write theirs down before the dial moves. Anton, who supplies three hotels, writes it on his wrist. He says that a number in the head gets warmer by the second.',
      ),
      section(
        'The second box',
        'Here is the odd part. Of two identical boxes, the second sells a little lower than the first, morning after morning. The students who came to study us [found the same](https://example.org/second-lot) in wine and in cut flowers, and offered seven explanations.',
        'Anton has one. The first box is bought by whoever is most afraid of going home without fish. For the second box, that person has left.',
        post(
          'tt_hakewatch',
          '1700000000000000104',
          'Pressed the button to scratch my nose. I now own forty kilos of monkfish.',
        ),
      ),
      section(
        'Write it on your wrist',
        'I have no dial at home, but I do have a list of things that I would buy at a price. Each has a number and a date. When the day comes I shall be frightened, and a frightened person should not be asked to do sums.',
      ),
    ],
  },
  {
    title: 'Insurance for a boat that never sails',
    subtitle: 'A policy is a portrait of its owner',
    sections: [
      section(
        'The Perpetua',
        'At berth nineteen lies a blue ketch which has left its ropes twice since I moved here. It is insured for every ocean. Her owner, a dentist, told me that the policy is what lets him sleep, and I believe him, since nothing else about the boat could.',
      ),
      section(
        'The careful and the covered',
        'Insurers fear two sorts of people: those who buy because they know something, and those who grow careless once they have bought. The textbooks give these [long names](https://example.com/adverse). My brother-in-law, who settles claims, calls them the cough and the candle.',
        'The dentist is neither. He is the third sort, who pays for twenty years, worries throughout and never claims. An industry stands on his shoulders, and it does not send him so much as a calendar.',
        PAYWALL,
      ),
      section(
        'What the premium buys',
        'I asked my brother-in-law what share of premiums comes back as claims on pleasure boats. He named a figure that I may not print. I can say that if a café poured as little into your cup, you would carry it back to the counter.',
        'And yet the dentist is not a fool. He has bought a year in which he need not think of one thing. Price that against [an hour of anybody else who helps with worry](https://quietledger.example/hourly) and it looks fair.',
      ),
      section(
        'The deductible test',
        'Raise the excess until the premium stops falling quickly. You will have found the point where you stop insuring your boat and begin insuring your mood. Stay on whichever side you like, but know which it is.',
      ),
    ],
  },
  {
    title: 'The ice house closes on Sundays',
    subtitle: 'Storage, or why tomorrow costs more than today',
    sections: [
      section(
        'A building that sells time',
        'Behind the market stands a windowless block that makes flake ice. Its keeper, Benet, says he is in the business of Monday. Fish landed on Saturday can be sold on Saturday for little, or iced and sold on Monday for more, and the difference belongs partly to him.',
      ),
      section(
        'Carry',
        'A trader in any commodity would know the place at once. If Monday’s price stands above Saturday’s by more than the ice, boats store. If by less, they sell at the quay and go home. So the gap is never far from [the cost of keeping](https://coldstores.example/tariff), and when it strays, somebody’s van is already on the way.',
        'That holds one way only. You can carry Saturday into Monday, but there is no ice that carries Monday back. When fish is short today, today’s price may stand as high above tomorrow’s as it pleases.',
        PAYWALL,
      ),
      section(
        'The weekend the machine failed',
        'In August the compressor died on a Friday night. By Sunday noon sole was cheaper than bread, and the town ate like a bishop. Nothing about the sea had changed, nor about appetites. The market had lost its way of postponing things.',
        post(
          'tt_benetsice',
          '1700000000000000105',
          'Compressor down. Bring a pan and an appetite. No, I cannot say when.',
        ),
      ),
      section(
        'Look for the warehouse',
        'Whenever somebody shows me a curve of prices for delivery later, I ask where the stuff is kept meanwhile, by whom, and what happens [if the roof leaks](https://example.net/warehouse-receipts). It is remarkable how often the answer is that nobody had asked.',
        listen(
          'https://audio.tidetable.example/ice-house.mp3',
          'Listen: inside the ice house at five in the morning (4 minutes)',
        ),
      ),
    ],
  },
  {
    title: 'What the tide gauge does not say',
    subtitle: 'Averages, extremes and a pencil mark on a wall',
    sections: [
      section(
        'Seventy years of paper',
        'The gauge at the end of the mole has drawn its line since before I was born. The rolls lie in a cupboard at the harbour office, and I was let in to look at them on condition that I put each back. The mean has risen by about the width of my hand.',
      ),
      section(
        'Nobody drowns in a mean',
        'The hand’s width made no difference to anybody. Three nights did. The pencil marks of those nights are on the wall of the net store, the highest at my chin, and they stand in no average that you would notice.',
        'I think of this whenever a report gives me [a mean and a wiggle](https://example.org/standard-deviation). It is describing most days truthfully. Fortunes are made and lost on the wall of the net store.',
        post(
          'tt_netstore',
          '1700000000000000106',
          'The 1987 mark is behind the freezer. We keep the freezer on blocks. Draw your own conclusions.',
        ),
      ),
      section(
        'The missing week',
        'There is a gap of eight days in the paper. I asked whether the clerk had been ill. No, said the harbour master, that was the storm; it took the gauge. So the one week that anybody would wish to see is the week that is not there.',
        'This happens to instruments more than we admit. Ask of any long and handsome series [what was broken at the time](https://gaugekeepers.example/gaps).',
      ),
    ],
  },
  {
    title: 'Letters from a pawnshop',
    subtitle: 'What collateral knows about love',
    sections: [
      section(
        'Three balls, one counter',
        'For a month I sat on Thursdays behind the counter of the last pawnshop in town. Its owner, Mrs Abelard, lent me a stool and forbade me to look sorry for anybody. I learnt more about credit there than in a degree.',
      ),
      section(
        'She does not ask why',
        'A bank asks what you want the money for. Mrs Abelard asks what you have brought. She lends two fifths of what it would fetch on a bad day and never inquires about your prospects, which people find restful.',
        'The ring does the promising. This is the whole of [secured lending](https://pledgebooks.example/two-fifths), and all that has been added since is paper.',
      ),
      section(
        'The things that come back',
        'Nine pledges in ten are redeemed. Tools almost always, wedding rings mostly, cameras seldom. She can tell at the counter, and pays no attention to the price that people mention. She watches how they put the thing down.',
        PAYWALL,
        'A clarinet has been in and out fourteen times in six years. Its owner has paid for it twice over in interest. Mrs Abelard once offered to show him the sum, and he said that he knew it; having it at home on ordinary days was what would ruin him.',
      ),
      section(
        'When all the rings come at once',
        'In the bad winter everybody brought gold in the same week, and the price that she could get for it fell as the drawer filled. She lent less on each ring, so people brought more rings. She says she understood then that [her cushion was made of the thing it was meant to cushion](https://example.com/fire-sales).',
        post(
          'tt_threeballs',
          '1700000000000000107',
          'Please stop asking whether the accordion is for sale. It is always for sale.',
        ),
      ),
      section(
        'A last letter',
        'Some write to her afterwards. One sent a photograph of a mended roof with the words “your clarinet did this”. It was the wrong instrument and the wrong man. She has it pinned above the till.',
      ),
    ],
  },
];
