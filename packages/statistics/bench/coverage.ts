// The tables of docs/estimated-readers.md: in how many simulated publications the 90 % interval holds the truth.
import { type Answered, coverage, type Simulation, type SimulationOptions, simulate } from '../simulation/coverage.ts';
import type { World } from '../simulation/publication.ts';
import { BEYOND_LIMITS, CLICKS_ALIKE, clickHabitOf, HABITS_DIFFER, MAIN } from '../simulation/worlds.ts';
import { estimatedReaders } from '../src/index.ts';

/** A share near 90 % is then good to 0.6 points (two standard errors). */
const ANSWERS = 10_000;
const SEED = 2026;

const run = (world: World, options: Partial<SimulationOptions> = {}) =>
  simulate(world, { seed: SEED, answers: ANSWERS, ...options });

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}\n`);
  for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

function shareOf(answered: readonly Answered[], holds: (one: Answered) => boolean): string {
  return percent(answered.filter(holds).length / answered.length);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** The lowest and the highest of ten runs of 1,000 publications. */
function tenTimes(answered: readonly Answered[]): string {
  const runs = Array.from({ length: 10 }, (_, at) => coverage(answered.slice(at * 1_000, (at + 1) * 1_000)));
  return `${percent(Math.min(...runs))} to ${percent(Math.max(...runs))}`;
}

function row(name: string, { answered, refused }: Simulation): string[] {
  const refusals = [...refused.values()].reduce((sum, one) => sum + one, 0);
  return [
    name,
    percent(coverage(answered)),
    tenTimes(answered),
    shareOf(answered, ({ truth, result }) => truth < result.hiddenReaders.low),
    shareOf(answered, ({ truth, result }) => truth > result.hiddenReaders.high),
    percent(refusals / (refusals + answered.length)),
  ];
}

const HEAD = ['publications', 'holds the truth', 'of 1,000, ten times', 'truth is lower', 'truth is higher', 'refused'];

table('By how habits differ', HEAD, [
  row('main: click habits differ as assumed', run(MAIN)),
  row('any habits within the limits', run(HABITS_DIFFER)),
  row('click habits alike, `clickHabitSpread: 0`', run(CLICKS_ALIKE, { clickHabitSpread: 0 })),
  row('main, eight issues added up', run(MAIN, { issues: 8 })),
  row('any habits within the limits, eight issues', run(HABITS_DIFFER, { issues: 8 })),
  row('click habits alike, eight issues, spread 0', run(CLICKS_ALIKE, { issues: 8, clickHabitSpread: 0 })),
]);

const RATIOS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 2];
table(
  'By the ratio of click habits, the same in every publication',
  ['ratio', ...HEAD.slice(1)],
  RATIOS.map((ratio) => row(String(ratio), run(clickHabitOf(ratio)))),
);

const CLICKS = [
  [1, 2],
  [3, 4],
  [5, 9],
  [10, 19],
  [20, 49],
  [50, 99],
  [100, 499],
  [500, Number.POSITIVE_INFINITY],
] as const;
const unlimited = [run(MAIN, { fewestClickers: 1 }), run(HABITS_DIFFER, { fewestClickers: 1 })] as const;
table(
  'By the clickers of the smaller group, with no refusal for few clicks',
  ['clickers', 'main', 'any habits within the limits', 'high ÷ low, median', 'estimate ÷ truth, median'],
  CLICKS.map(([from, to]) => {
    const [main, differ] = unlimited.map(({ answered }) =>
      answered.filter(({ counts }) => {
        const fewer = Math.min(counts.seen.clickers, counts.hidden.clickers);
        return from <= fewer && fewer <= to;
      }),
    );
    return [
      to === Number.POSITIVE_INFINITY ? `${from} and more` : `${from} to ${to}`,
      percent(coverage(main ?? [])),
      percent(coverage(differ ?? [])),
      median((main ?? []).map(({ result: { hiddenReaders: r } }) => r.high / r.low)).toFixed(1),
      median((main ?? []).map(({ truth, result }) => result.hiddenReaders.estimate / truth)).toFixed(2),
    ];
  }),
);

table('Where an assumption does not hold (otherwise main)', HEAD, [
  row('habits up to twice the limits (0.51 to 1.96)', run(BEYOND_LIMITS)),
  ...[0.1, 0.2, 0.3].map((share) =>
    row(`images blocked for ${100 * share} % of seen readers`, run({ ...MAIN, imagesBlocked: share })),
  ),
  ...[0.002, 0.005, 0.01].map((share) =>
    row(`a gateway clicks for ${100 * share} % of seen recipients`, run({ ...MAIN, machineClicks: share })),
  ),
]);

const { answered } = run(MAIN);
const began = performance.now();
for (const { counts } of answered) estimatedReaders(counts);
console.log(`\nOne estimate took ${((1_000 * (performance.now() - began)) / answered.length).toFixed(1)} µs.`);
