import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_05: readonly IssueText[] = [
  {
    title: 'The dredger’s invoice',
    subtitle: 'Maintenance is the only investment without a ribbon',
    sections: [
      section(
        'Mud arrives daily',
        'The river brings down some four hundred tonnes of silt a day and leaves it in our harbour, free of charge. Every third winter a dredger comes, stays for six weeks, and sends an invoice. This was to have been such a winter.',
      ),
      section(
        'A saving is found',
        'The council put it off by a year, and the sum appears in the budget as [a saving](https://townbooks.example/deferred). So it is, in the sense in which not eating is a saving until Thursday.',
        'Nobody was deceived. The treasurer told me frankly that mud has no photograph. You may cut a ribbon before a new quay. You cannot cut one before a hole that is as deep as it was.',
        post(
          'tt_leadline',
          '1700000000000000116',
          'Berth six at low water: 1.9 m. Chart says 3. The chart is an optimist.',
        ),
        PAYWALL,
      ),
      section(
        'Where it shows',
        'The grain coaster now comes half laden and waits for the top of the tide. Its owner has raised the freight by a tenth. The bakers have noticed, and so have you, but it will be put down to [wheat](https://example.org/pass-through).',
      ),
      section(
        'How to find it in accounts',
        'Set what a firm spends on keeping things up against what it writes off for wear. If the first has been smaller for years, somebody is saving mud. I have a drawer of such cases, and they share one feature: the dividend was never missed.',
      ),
    ],
  },
  {
    title: 'Who owns the fog',
    subtitle: 'A distinction between not knowing and not knowing how much',
    sections: [
      section(
        'Two kinds of morning',
        'On some mornings the pilot gives odds: three in ten that the bar will be shut by noon. On others he looks out and says “fog”, and goes to have his breakfast. He is the same man with the same instruments. Fog is what he calls it when the odds themselves are out of sight.',
      ),
      section(
        'The insurers’ habit',
        'What can be counted can be priced. What cannot be counted is often priced all the same, [to two decimals](https://example.com/false-precision), since an underwriter who says “fog” does not get a bonus.',
        PAYWALL,
        'The old brokers loaded the premium for ignorance and said so; there was a column for it. It was abolished as unscientific. The ignorance stayed, and went into the other columns.',
      ),
      section(
        'What the pilot does',
        'In fog he does not guess better. He does less: half speed, twice the lookout, an anchor ready. Every one of these measures is a waste on a day that turns out clear, and [he is never reproached for it](https://pilotage.example/standing-orders), which tells you that pilots’ employers have thought about incentives.',
        listen('https://audio.tidetable.example/foghorn.mp3', 'Listen: the horn on the mole (1 minute)'),
      ),
      section(
        'Half speed',
        'I have met few investors who own a half speed. They are in or they are out. If I could give a young person one lever, it would be that one, with a little sign on it: for use when you cannot even say how wrong you might be.',
      ),
    ],
  },
  {
    title: 'My nephew opens an account',
    subtitle: 'With confetti',
    sections: [
      section(
        'It took four minutes',
        'My nephew Teo is twenty and now owns a ninth part of a share in something. The program on his telephone let fall confetti. I asked what the firm does; he said that it was up.',
      ),
      section(
        'A shop without a shopkeeper',
        'When I bought my first shares, a man with dandruff asked whether I was sure. It was not much of a safeguard, yet I went home twice. Every step of that sort has been [found and removed](https://frictionless.example/onboarding) by people who call it improvement.',
        'Somebody has also put in steps that were not there before. There is a streak, which breaks if he trades nothing for a week.',
        post('tt_ninthshare', '1700000000000000117', 'Aunt asked what my company makes. Ma’am it makes ME NERVOUS.'),
        PAYWALL,
      ),
      section(
        'Who is paying',
        'The trade costs him nothing. I showed him where the money comes from, which took rather longer than four minutes: a fraction here, a stranger who [pays to see his orders](https://example.net/order-flow) there. He said that it was only cents. I said that so was he.',
      ),
      section(
        'We made a bet',
        'He shall keep his ninth for a year and look at it on Sundays only. I shall pay him the price of a cinema ticket for every week in which he does. So far I have bought six tickets, and he has taken up the double bass.',
      ),
    ],
  },
  {
    title: 'The price of the last room',
    subtitle: 'Regatta week, when the margin is visible from the street',
    sections: [
      section(
        'Forty for the first, four hundred for the fortieth',
        'The Hotel Miramar has forty rooms. On an ordinary night in March the first guest pays what the fortieth would. In regatta week the prices climb as rooms go, and the last one, over the bins, costs as much as a small outboard motor.',
      ),
      section(
        'The bins are not the point',
        'People grumble that it is the worst room. But nobody pays for the room; they pay for not sleeping in the car. The value of the last of anything is set by [the alternative](https://example.org/marginal), and an estate car is a poor one.',
      ),
      section(
        'The owner loses sleep',
        'Mr Sanchis could sell the last room for still more. He doesn’t, since the guest would remember. I have seen this reluctance called irrational in a [well-known paper](https://fairpricing.example/snow-shovels) about another town. Its author would be welcome to come and run the Miramar in April.',
        PAYWALL,
      ),
      section(
        'Electricity, mortgages, blood',
        'Once you have seen the last room you see it everywhere. The dearest power station that has to run sets the price for all the others. The most anxious buyer sets the price of your street. You may live for years in a forty-euro room whose worth is decided over the bins.',
        post(
          'tt_miramardesk',
          '1700000000000000118',
          'A gentleman has offered to sleep in the lift. We are considering a tariff.',
        ),
      ),
    ],
  },
  {
    title: 'Tips, and other small taxes',
    subtitle: 'Money that no one has to pay, and nearly everybody does',
    sections: [
      section(
        'The saucer',
        'At the Café Bitácora there is a saucer by the door. No one watches it. I have sat opposite for an hour on twelve afternoons, for reasons that I called research, and three people in four put something in.',
      ),
      section(
        'Theories, all bad',
        'They will not be back: a third were off the ferry. They are not seen: the waiter faces the machine. They get nothing for it. By [the usual account of humanity](https://example.com/homo) the saucer ought to hold a button.',
        'My own count says that people leave more when the coin is already in their hand, and less when they have to open a purse in the wind. A moral sense, then, but one with cold fingers.',
        post(
          'tt_bitacora',
          '1700000000000000119',
          'Someone left a button in the saucer. It is a nice button. We have sewn it on.',
        ),
      ),
      section(
        'Then came the screen',
        'In June the café got a card reader which asks: ten, fifteen, twenty, or nothing. Takings doubled in a week. By August they were below the saucer’s. What had been [a gift](https://saucerstudies.example/crowding-out) had become a question, and people dislike being asked for gifts.',
        'The waiter has turned the screen to face the wall. The saucer is back, and so am I.',
      ),
    ],
  },
];
