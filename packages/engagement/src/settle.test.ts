import { describe, expect, test } from '@jest/globals';
import { HEADER_SHAPE } from '@readout/events';
import { AGENT_NOT_KEPT } from './client.ts';
import type { Message, Seen } from './seen.ts';
import { settle } from './settle.ts';

const DELIVERED = 1_790_000_000_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const NO_CROWD = { crowd: () => 0 };
const { known, acceptLanguage, secFetch, acceptsHtml, acceptsImage, acceptsAnything } = HEADER_SHAPE;
/** A browser's request for a page, for a picture, and one by a program that sends nothing of its own accord. */
const PAGE = known | acceptLanguage | secFetch | acceptsHtml | acceptsAnything;
const PICTURE = known | acceptLanguage | secFetch | acceptsImage | acceptsAnything;
const BARE = known | acceptsAnything;
const [HOME, ELSEWHERE, CLOUD, OTHER_CLOUD] = [11, 12, 21, 22];

type Part = Partial<Omit<Seen, 'time'>>;
/** Of a reader at home with Chrome, unless said otherwise. `after`: milliseconds since delivery. */
const clicked = (link: number, after: number, part: Part = {}): Seen => ({
  kind: 'clicked',
  time: DELIVERED + after,
  link,
  method: 'GET',
  client: 'Chrome 142 / Windows',
  network: 'other',
  place: HOME,
  shape: PAGE,
  said: 'nothing',
  ...part,
});
const opened = (after: number, part: Part = {}): Seen => clicked(0, after, { kind: 'opened', shape: PICTURE, ...part });
const gateway: Part = { network: 'hosting', place: CLOUD, shape: BARE, client: 'Chrome 120 / Windows' };
const message = (seen: readonly Seen[], part: Partial<Message> = {}): Message => ({
  deliveredAt: DELIVERED,
  links: 6,
  honeypots: new Set(),
  seen,
  ...part,
});
const verdicts = (seen: readonly Seen[], part: Partial<Message> = {}, crowd = 0) =>
  settle(message(seen, part), { crowd: () => crowd }).map(({ verdict }) => verdict);

describe('a gateway', () => {
  test('that follows every link within moments of delivery is a scanner throughout, with its open', () => {
    const links = [1, 2, 3, 4, 5, 6].map((link) => clicked(link, 3 * SECOND + 200 * link, gateway));
    expect(verdicts([opened(2 * SECOND, gateway), ...links])).toEqual(Array(7).fill('scanner'));
  });

  test('is one behind a whole browser in a home network, too', () => {
    const part = { client: 'Firefox 140 / Windows', place: ELSEWHERE };
    const links = [1, 2, 3, 4, 5, 6].map((link) => clicked(link, 4 * SECOND + 500 * link, part));
    expect(verdicts(links)).toEqual(Array(6).fill('scanner'));
  });

  test('with a machine for every link is one', () => {
    const links = [1, 2, 3, 4, 5].map((link) =>
      clicked(link, 20 * SECOND + 900 * link, {
        network: 'hosting',
        place: 30 + link,
        client: `Chrome ${100 + link} / Windows`,
      }),
    );
    expect(verdicts(links)).toEqual(Array(5).fill('scanner'));
  });

  test('that sends HEAD is one for certain', () => {
    expect(verdicts([clicked(1, 9 * MINUTE, { method: 'HEAD' })])).toEqual(['scanner']);
  });

  test('that follows an invisible link gives itself away, and what else it fetched beside', () => {
    const part = { place: ELSEWHERE, client: 'Edge 141 / Windows' };
    const seen = [opened(2 * MINUTE, part), clicked(1, 2 * MINUTE, part), clicked(99, 2 * MINUTE + SECOND, part)];
    expect(verdicts([...seen, clicked(1, 30 * MINUTE)], { honeypots: new Set([99]) })).toEqual([
      'scanner',
      'scanner',
      'scanner',
      'human',
    ]);
  });

  test('that looks at one link alone, long after delivery, shows by its network and its request', () => {
    expect(verdicts([clicked(2, 40 * MINUTE, gateway)])).toEqual(['scanner']);
  });

  test('that looks at one link for each of many readers shows by the crowd', () => {
    const part = { network: 'hosting', place: CLOUD } as const;
    expect(verdicts([clicked(2, 10 * MINUTE, part)], {}, 40)).toEqual(['scanner']);
    expect(verdicts([clicked(2, 10 * MINUTE, part)], {}, 0)).toEqual(['human']);
  });

  test.each([
    ['before the reader', -4],
    ['after the reader', 5],
  ])('that looks at the link of a click again, %s, leaves one human click', (_, seconds) => {
    const again = clicked(3, 20 * MINUTE + seconds * SECOND, { network: 'hosting', place: OTHER_CLOUD });
    expect(verdicts([opened(19 * MINUTE), clicked(3, 20 * MINUTE), again])).toEqual(['human', 'human', 'scanner']);
  });

  test('that scanned the message leaves what its reader does later', () => {
    const scan = [1, 2, 3, 4, 5, 6].map((link) => clicked(link, 2 * SECOND + 100 * link, gateway));
    const reading = [opened(10 * MINUTE), clicked(4, 12 * MINUTE)];
    expect(verdicts([...scan, ...reading]).slice(6)).toEqual(['human', 'human']);
  });
});

describe('a reader', () => {
  const vpn = { network: 'hosting', place: CLOUD } as const;
  test.each<[string, readonly Seen[], number?]>([
    ['who opens and clicks', [opened(3 * MINUTE), clicked(2, 4 * MINUTE)]],
    [
      'in a corporate network that leaves through a data centre',
      [opened(3 * MINUTE, vpn), clicked(2, 4 * MINUTE, vpn)],
    ],
    ['there, together with colleagues', [opened(MINUTE, vpn), clicked(2, 2 * MINUTE, vpn)], 6],
    ['whose colleagues click in the same minute', [opened(MINUTE), clicked(2, 2 * MINUTE)], 30],
    ['who clicks seven seconds after delivery', [opened(4 * SECOND), clicked(1, 7 * SECOND)]],
    [
      'who opens every link in tabs',
      [opened(5 * MINUTE), ...[1, 2, 3, 4, 5, 6].map((link) => clicked(link, 6 * MINUTE + link * 700))],
    ],
    ['who does so with pictures blocked', [1, 2, 3, 4, 5, 6].map((link) => clicked(link, 60 * MINUTE + link * 700))],
    [
      'who reads in two places',
      [
        opened(5 * MINUTE),
        clicked(1, 6 * MINUTE),
        opened(9 * MINUTE, { place: ELSEWHERE, client: 'Safari 18 / iOS' }),
        clicked(1, 10 * MINUTE, { place: ELSEWHERE, client: 'Safari 18 / iOS' }),
      ],
    ],
    [
      'who forwards it to a colleague',
      [
        opened(5 * MINUTE),
        opened(50 * MINUTE, { place: ELSEWHERE, client: 'Outlook 16 / Windows' }),
        clicked(2, 51 * MINUTE, { place: ELSEWHERE, client: 'Edge 141 / Windows' }),
      ],
    ],
    [
      'with a text browser on a rented server',
      [
        clicked(2, 30 * MINUTE, {
          client: 'Lynx 2 / other',
          network: 'hosting',
          place: CLOUD,
          shape: known | acceptLanguage | acceptsHtml,
        }),
      ],
    ],
    [
      'with an old app that sends no Sec-Fetch',
      [clicked(2, 30 * MINUTE, { client: 'Apple Mail / iOS', shape: known | acceptLanguage | acceptsHtml })],
    ],
  ])('%s stays one', (_, seen, crowd = 0) => {
    expect(verdicts(seen, {}, crowd)).toEqual(seen.map(() => 'human'));
  });

  test('on a VPN stays one while a chat looks at a link that was pasted into it', () => {
    const preview = clicked(1, 31 * SECOND, {
      client: 'Slackbot',
      network: 'hosting',
      place: OTHER_CLOUD,
      shape: BARE,
    });
    expect(verdicts([opened(30 * SECOND, vpn), preview])).toEqual(['human', 'scanner']);
  });

  test('behind Apple Mail and Private Relay: the prefetch is one, the click human', () => {
    const prefetch = opened(20 * MINUTE, { client: 'Apple Mail privacy', place: 41, shape: BARE });
    expect(verdicts([prefetch, clicked(1, 60 * MINUTE, { client: 'Safari 18 / iOS', place: 42 })])).toEqual([
      'prefetched',
      'human',
    ]);
  });

  test('of Gmail: proxied, the click human; a proxy at the moment of delivery is less sure', () => {
    const proxy = { client: 'Gmail proxy', network: 'mail', place: 51 } as const;
    const [early, late, click] = settle(
      message([opened(SECOND, proxy), opened(8 * MINUTE, proxy), clicked(2, 9 * MINUTE)]),
      NO_CROWD,
    );
    expect([early?.verdict, late?.verdict, click?.verdict]).toEqual(['proxied', 'proxied', 'human']);
    expect(early?.reasons).toEqual(['gmail_proxy', 'proxy_at_delivery']);
    expect(early?.confidence ?? 1).toBeLessThan(late?.confidence ?? 0);
  });

  test('of a provider whose proxy names itself as a browser: proxied', () => {
    expect(verdicts([opened(8 * MINUTE, { network: 'mail', place: 51 })])).toEqual(['proxied']);
  });
});

describe('one weak sign', () => {
  test.each<[string, Seen, string]>([
    ['a data centre', clicked(1, 60 * MINUTE, { network: 'hosting' }), 'human'],
    ['no Accept-Language', clicked(1, 60 * MINUTE, { shape: BARE | acceptsHtml }), 'unclear'],
    ['no agent', clicked(1, 60 * MINUTE, { client: '' }), 'unclear'],
    ["a gateway maker's network", clicked(1, 60 * MINUTE, { network: 'security' }), 'unclear'],
    ["the provider's word", clicked(1, 60 * MINUTE, { said: 'bot' }), 'human'],
    ['an old browser', clicked(1, 60 * MINUTE, { client: 'Chrome 72 / Windows' }), 'human'],
  ])('condemns nobody: %s', (_, click, verdict) => {
    const prefetch = opened(5 * MINUTE, { client: 'Apple Mail privacy', place: 41 });
    expect(verdicts([prefetch, click])[1]).toBe(verdict);
  });
});

describe('a fetch of which the source keeps no agent', () => {
  const unknown = { client: AGENT_NOT_KEPT, place: 0, shape: 0 };
  const judged = (...seen: Seen[]) => settle(message(seen), NO_CROWD);

  test('is a reader, and less surely so than one whose program is known', () => {
    const [known] = judged(opened(60 * MINUTE, { place: 0, shape: 0 }));
    const [open] = judged(opened(60 * MINUTE, unknown));
    expect(open).toMatchObject({ verdict: 'human', reasons: ['agent_not_kept'] });
    expect(open?.confidence).toBeLessThan(known?.confidence ?? 0);
    expect(judged(opened(60 * MINUTE, { ...unknown, client: '' }))[0]).toMatchObject({
      verdict: 'unclear',
      reasons: ['no_agent'],
    });
  });

  test('is unclear within ten seconds of delivery, and nobody is condemned for that alone', () => {
    for (const since of [0, SECOND, 9 * SECOND]) {
      const [open] = judged(opened(since, unknown));
      expect(open?.verdict).toBe('unclear');
      expect(open?.reasons).toEqual(expect.arrayContaining(['agent_not_kept', 'unknown_at_delivery']));
    }
    expect(judged(opened(30 * SECOND, unknown))[0]?.verdict).toBe('human');
  });

  test('is surer where the message had been opened before', () => {
    const [first, again] = judged(opened(60 * MINUTE, unknown), opened(120 * MINUTE, unknown));
    expect(again?.reasons).toEqual(['agent_not_kept', 'opened_again']);
    expect(again?.confidence).toBeGreaterThan(first?.confidence ?? 1);
  });

  test('is a scanner where several links are followed at once at delivery', () => {
    const burst = [1, 2, 3].map((link) => clicked(link, 2 * SECOND + link * 100, unknown));
    expect(judged(...burst).map(({ verdict }) => verdict)).toEqual(['scanner', 'scanner', 'scanner']);
    expect(judged(clicked(1, 60 * MINUTE, unknown))[0]).toMatchObject({ verdict: 'human' });
  });

  test('tells nothing of the client of another', () => {
    const [, click] = judged(opened(60 * MINUTE, unknown), clicked(1, 62 * MINUTE, unknown));
    expect(click?.reasons).not.toContain('opened_with_this');
  });
});

describe("a publication's own rules", () => {
  test('come first, by client, network and place together', () => {
    const rules = {
      version: 2,
      own: [{ name: 'our office', when: { client: 'chrome', network: 'hosting', place: CLOUD }, verdict: 'human' }],
    } as const;
    const scan = [1, 2, 3].map((link) => clicked(link, SECOND, gateway));
    const own = settle(message([...scan, { ...clicked(4, SECOND, gateway), place: OTHER_CLOUD }]), NO_CROWD, rules);
    expect(own.map(({ verdict }) => verdict)).toEqual(['human', 'human', 'human', 'scanner']);
    expect(own[0]?.reasons).toEqual(['own:our office']);
  });

  test('stand against what scanners tell', () => {
    const rules = { version: 2, own: [{ name: 'ours', when: { client: 'Apple' }, verdict: 'prefetched' }] } as const;
    const apple = { ...gateway, client: 'Apple Mail privacy' };
    const seen = [opened(SECOND, apple), ...[1, 2, 3].map((link) => clicked(link, 2 * SECOND, apple))];
    expect(settle(message(seen), NO_CROWD)[0]).toMatchObject({ verdict: 'scanner', reasons: ['borrowed_agent'] });
    expect(settle(message(seen), NO_CROWD, rules)[0]).toMatchObject({ verdict: 'prefetched', reasons: ['own:ours'] });
  });

  test('that name nothing apply to nothing', () => {
    const rules = { version: 2, own: [{ name: 'all', when: {}, verdict: 'scanner' }] } as const;
    expect(settle(message([opened(5 * MINUTE)]), NO_CROWD, rules)[0]?.verdict).toBe('human');
  });
});

test('a flood is judged in time that grows with its size, not with its square', () => {
  const flood = Array.from({ length: 5000 }, (_, i) => clicked(1 + (i % 6), 60 * MINUTE + (i % 50), gateway));
  const started = performance.now();
  expect(new Set(verdicts(flood))).toEqual(new Set(['scanner']));
  expect(performance.now() - started).toBeLessThan(10_000);
});
