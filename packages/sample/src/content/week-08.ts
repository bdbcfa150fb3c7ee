import { type IssueText, listen, PAYWALL, post, section } from './issue-text.ts';

export const WEEK_08: readonly IssueText[] = [
  {
    title: 'Gossip as a market',
    subtitle: 'Price discovery under the dryer',
    sections: [
      section(
        'Where it opens',
        'News in this town opens at nine in the salon of Madame Okoro, trades all morning on the market steps and closes at the pharmacy. I have followed a single item through the day with a watch. It was about a divorce, and it gained a yacht between ten and eleven.',
      ),
      section(
        'What makes it accurate',
        'You would expect nonsense. In fact the closing version is about right nine times in ten. Each teller has a name to lose, and those who were wrong last month are [marked down](https://parlourpress.example/reputation): they are heard, and then somebody says “well, that’s Ramón”.',
        PAYWALL,
      ),
      section(
        'Where it fails',
        'It fails when all of them have it from one mouth. Twice I have seen six people confirm a thing to one another, none lying, each counting the other five. A price can do likewise. Ask how many [independent mouths](https://example.com/herding) stand behind it before you call it a consensus.',
        'The yacht, for example, was one remark by a boy who had misheard “lot”.',
        post(
          'tt_underdryer',
          '1700000000000000127',
          'I repeat nothing that I hear in here. That is why I say it once, and loudly.',
        ),
      ),
      section(
        'Insider dealing',
        'Madame Okoro never trades on what she knows. She could have bought half of Chandler Street before the tram was announced. When I asked, she said that nobody would sit down again, and that a chair is worth more than a house.',
      ),
    ],
  },
  {
    title: 'The man with the metal detector',
    subtitle: 'On looking where nobody has been lucky lately',
    sections: [
      section(
        'Every dawn but Sunday',
        'He is called Wendel and walks the tideline in headphones. In twenty-two years he has found one gold bracelet, which was in the newspaper, and some nine thousand ring-pulls, which were not.',
      ),
      section(
        'The newspaper’s sample',
        'After the bracelet, forty people bought detectors. Each had read one story about one morning. Had the paper run [a photograph of each ring-pull](https://ringpulls.example/archive), in order, it would have reached the bracelet after about twenty-five years.',
        'Investment magazines are put together by the same editor.',
        PAYWALL,
        'The shop that sold the forty machines did not advertise. It framed the page and hung it in the window. I have often wondered whether whoever wrote the story got a discount.',
      ),
      section(
        'His real business',
        'Wendel doesn’t live off bracelets. He finds lost keys, for a fee, on the evening they are lost. He is on every hotel’s list. The thing he looks for has a known value, an owner in tears and [a search area of forty metres](https://example.org/base-rates). It is the least romantic trade on the beach.',
        post(
          'tt_tideline',
          '1700000000000000128',
          'Found: 1 key, 1 hearing aid, 61 ring-pulls. The hearing aid’s owner did not hear me call.',
        ),
      ),
      section(
        'And the dawns?',
        'Those he does for pleasure. He has never claimed otherwise. It is we who put him in the newspaper.',
      ),
    ],
  },
  {
    title: 'Half a percent',
    subtitle: 'A small number seen from the far end',
    sections: [
      section(
        'The coin trick',
        'The schoolteacher here does it every September. She puts two jars on the sill and drops five beans in each on Mondays. From one she takes half a bean back. By Christmas the children have lost interest. By July they are indignant.',
      ),
      section(
        'Forty years of Mondays',
        'Save the same sum for forty years, at five per cent and at four and a half, and the second jar ends about a ninth lighter. Nobody has stolen anything. It is [printed on page two](https://example.com/ongoing-charges).',
        'A fee that was presented as a bill, once, at the end, for a ninth of everything that you had ever put by, would cause riots. Taken in half beans it causes brochures.',
        PAYWALL,
      ),
      section(
        'When it is worth it',
        'I do not think that all charges are wicked. I pay a man half a percent to keep me from doing what I did in the year of the tunnel shares. I have worked out what I would have lost. [On that reckoning](https://halfabean.example/tunnel-year) he may have the whole bean.',
        'But I know what I am paying for, and it isn’t his opinion of tunnels.',
      ),
      section(
        'The children’s verdict',
        'One boy asked who had eaten the half beans. The teacher had. She said that it was for looking after the jar. He thought this over and asked what, exactly, the jar had been about to do.',
        post(
          'tt_beanjar',
          '1700000000000000129',
          'Day 61. They have formed a union. They want the half beans back with interest.',
        ),
      ),
    ],
  },
  {
    title: 'When the cruise ship comes',
    subtitle: 'One large customer, eleven storeys high',
    sections: [
      section(
        'Tuesdays, ten till five',
        'On Tuesdays the light in my study goes out, because a ship has been parked in front of it. Three thousand people come down a gangway, and the shops on the front take as much in seven hours as in the rest of the week.',
      ),
      section(
        'The town rearranges itself',
        'It happened within two seasons. The ironmonger sells magnets. Two bakeries now bake [something with a hole](https://gangway.example/souvenirs) that no one here had ever seen. The last shop which sold thread is called Thread, and sells ice cream.',
        PAYWALL,
      ),
      section(
        'Then a letter',
        'The line wrote in spring to say that it was reviewing its ports. It wished for lower dues, a longer quay and a ramp. It was a courteous letter. With half the town’s earnings on the other side, it had no need to be anything else.',
        'A customer who is a tenth of your trade is a customer. One who is half is your employer, except that he [owes you no notice](https://example.org/concentration).',
        post('tt_threadshop', '1700000000000000130', 'A man came in and asked for thread. I gave him pistachio.'),
      ),
      section(
        'The one who did not',
        'The cobbler shuts on Tuesdays. He says that nobody on holiday has ever had a shoe resoled, and that he likes to see the ship go. He is the only person on the front who has not read the letter.',
        listen(
          'https://audio.tidetable.example/gangway.mp3',
          'Listen: three thousand people and one gangway (5 minutes)',
        ),
      ),
    ],
  },
  {
    title: 'Errata',
    subtitle: 'Things I have got wrong since spring, in order of cost',
    sections: [
      section(
        'A small error about eels',
        'I wrote last year that eels go to sea to breed and come back to die. They come back as young ones; it is the old that die, out there. Twenty-six readers wrote. One enclosed a drawing, and I have had it framed.',
      ),
      section(
        'A middling one about a shop',
        'I said that the shop on Pump Lane would not last the winter. I had counted its customers from across the street, on Wednesdays, and it turns out that [it sells by telephone](https://pumplane.example/catalogue). The owner was kind about it. My sample had been honestly collected and was of the wrong thing.',
        post(
          'tt_pumplane',
          '1700000000000000131',
          'Still here. Waving at the café opposite. Especially on Wednesdays.',
        ),
      ),
      section(
        'A dear one',
        'In the winter I told you that I had sold nothing, and was rather pleased with my calm. I had in fact sold the one thing that has doubled, at the end of November, and had forgotten. I was not lying. My memory [keeps its books like the ferry company](https://example.com/hindsight).',
        'I now write down each sale with the reason and read it out once a year to somebody who does not love me.',
      ),
      section(
        'What they have in common',
        'In each case I was surest at the point at which I had looked least. I have put a note above the desk. It says: when did you last go round to the other side of the street?',
      ),
    ],
  },
];
