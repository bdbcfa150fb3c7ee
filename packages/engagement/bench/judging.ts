// What judging costs an event: the first answer (`look`), the settled one (`settle`), and making the label of a client,
// over a mix of events as a newsletter's morning brings it. Beside them the loop alone, which does nothing with each
// event. Rounds alternate; the median counts. npm run bench -- judging
import { HEADER_SHAPE } from '@readout/events';
import { clientOf, look, type Message, type Seen, settle } from '../src/index.ts';

const ROUNDS = 15;
const MESSAGES = 20_000;
const MINUTE = 60_000;
const DELIVERED = 1_790_000_000_000;
const { known, acceptLanguage, secFetch, acceptsHtml, acceptsImage, acceptsAnything } = HEADER_SHAPE;
const PAGE = known | acceptLanguage | secFetch | acceptsHtml | acceptsAnything;
const PICTURE = known | acceptLanguage | secFetch | acceptsImage | acceptsAnything;
const LINKS = 8;

/** The same numbers in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = randomNumbers(7);
const upTo = (end: number) => Math.floor(random() * end);

function opened(after: number, part: Partial<Seen>): Seen {
  const seen: Seen = {
    kind: 'opened',
    time: DELIVERED + after,
    link: 0,
    method: 'GET',
    client: `Chrome ${130 + upTo(13)} / Windows`,
    network: 'other',
    place: 1 + upTo(1_000_000),
    shape: PICTURE,
    said: 'nothing',
  };
  return { ...seen, ...part };
}

const clicked = (link: number, after: number, part: Partial<Seen>) =>
  opened(after, { kind: 'clicked', link, shape: PAGE, ...part });

/** Everything fetched for one reader: half Apple, a fifth Gmail, some read directly, a twentieth has a gateway. */
function visit(): Seen[] {
  const kind = random();
  const place = 1 + upTo(1_000_000);
  const after = upTo(600) * MINUTE;
  const clicks = random() < 0.05 ? [clicked(1 + upTo(LINKS), after + MINUTE, { place })] : [];
  if (kind < 0.5) return [opened(after, { client: 'Apple Mail privacy', shape: known | acceptsAnything }), ...clicks];
  if (kind < 0.7) return [opened(after, { client: 'Gmail proxy', network: 'mail', shape: known }), ...clicks];
  if (kind < 0.95)
    return [opened(after, { place }), ...(random() < 0.4 ? [opened(after + 9 * MINUTE, { place })] : []), ...clicks];
  const gateway = {
    client: 'Chrome 120 / Windows',
    network: 'hosting',
    place,
    shape: known | acceptsAnything,
  } as const;
  const scan = Array.from({ length: LINKS }, (_, link) => clicked(link + 1, 3000 + link * 150, gateway));
  return [opened(2500, gateway), ...scan, opened(after, {}), ...clicks];
}

const messages: Message[] = Array.from({ length: MESSAGES }, () => ({
  deliveredAt: DELIVERED,
  links: LINKS,
  honeypots: new Set<number>(),
  seen: visit(),
}));
const events = messages.flatMap(({ seen }) => seen);
const alone = messages.filter(({ seen }) => seen.length === 1);
const busy = messages.filter(({ seen }) => seen.length > LINKS);
const nobody = { crowd: () => 0 };
const AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/** Kept from being optimised away. */
let sum = 0;
const count = (some: readonly Message[]) => some.reduce((total, { seen }) => total + seen.length, 0);
const settleAll = (some: readonly Message[]) => {
  for (const message of some) sum += settle(message, nobody).length;
};

const WAYS: readonly { readonly name: string; readonly events: number; readonly run: () => void }[] = [
  {
    name: 'the loop alone',
    events: events.length,
    run: () => {
      for (const event of events) sum += event.link;
    },
  },
  {
    name: 'look',
    events: events.length,
    run: () => {
      for (const event of events) sum += look(event).confidence;
    },
  },
  { name: 'settle, the whole mix', events: events.length, run: () => settleAll(messages) },
  { name: 'settle, a lone fetch', events: alone.length, run: () => settleAll(alone) },
  { name: 'settle, with a gateway', events: count(busy), run: () => settleAll(busy) },
  {
    name: 'clientOf, a new agent',
    events: 2000,
    run: () => {
      for (let i = 0; i < 2000; i++) sum += clientOf(`${AGENT} ${i}`).length;
    },
  },
];

const figures = new Map<string, number[]>(WAYS.map(({ name }) => [name, []]));
for (let round = -3; round < ROUNDS; round++) {
  for (const { name, events: many, run } of WAYS) {
    const started = process.hrtime.bigint();
    run();
    const taken = Number(process.hrtime.bigint() - started) / many;
    // The first rounds warm the compiler.
    if (round >= 0) figures.get(name)?.push(taken);
  }
}

console.log(
  `${MESSAGES} messages, ${events.length} events, ${ROUNDS} rounds, Node ${process.version} (${sum > 0 ? 'done' : ''})\n`,
);
console.log('| ns per event | median | least | most |\n| --- | --: | --: | --: |');
for (const [name, taken] of figures) {
  taken.sort((a, b) => a - b);
  const [least, median, most] = [0, Math.floor(taken.length / 2), taken.length - 1].map(
    (at) => taken[at]?.toFixed(0) ?? '',
  );
  console.log(`| ${name} | ${median} | ${least} | ${most} |`);
}
