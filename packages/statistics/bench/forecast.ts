// npm run bench -- forecast: the tables of docs/forecast.md: in how many cases the 80 % interval holds the truth, by age.
import { AGES, type ForecastOptions, type Foretold, foretold, held } from '../simulation/forecasts.ts';
import type { CurveWorld } from '../simulation/reading-curves.ts';
import { foretoldOfSample } from '../simulation/sample-forecasts.ts';

const PUBLICATIONS = 5_000;
const SEED = 2026;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function table(title: string, rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}\n`);
  const head = ['issues', ...AGES.map((age) => `${age} h`)];
  for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

const row = (name: string, all: readonly Foretold[], of: (some: readonly Foretold[]) => string) => [
  name,
  ...AGES.map((age) => of(all.filter((one) => one.age === age))),
];
const covered = (some: readonly Foretold[]) => percent(held(some));
const width = (some: readonly Foretold[]) =>
  `± ${percent(median(some.map(({ truth, forecast: { low, high } }) => (high - low) / 2 / truth)))}`;
const error = (some: readonly Foretold[]) =>
  percent(median(some.map(({ truth, forecast: { readers } }) => Math.abs(readers - truth) / truth)));

const sample = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((seed) => foretoldOfSample(seed, 1));
const simulated = (world: CurveWorld, options: Partial<ForecastOptions> = {}) =>
  foretold(world, { seed: SEED, publications: PUBLICATIONS, finished: 24, ...options });
const main = simulated({});

table(`The 80 % interval holds the truth (sample: ${sample.length / AGES.length} issues held out)`, [
  row('the sample publication, seeds 0 to 7', sample, covered),
  row('simulated publications', main, covered),
  ...[5, 8, 12, 30].map((finished) =>
    row(`from ${finished} issues instead of 24`, simulated({}, { finished }), covered),
  ),
  row('the list grows by 2 % from issue to issue', simulated({ growth: 1.02 }), covered),
  row('20,000 to 200,000 recipients', simulated({ recipients: [20_000, 200_000] }), covered),
  row('60 to 300 recipients', simulated({ recipients: [60, 300] }), covered),
  row('issues nearly alike', simulated({ appeal: [0, 0.05], haste: [0, 0.05] }), covered),
  row('one issue in 15 read by half as many again', simulated({ exceptional: 15 }), covered),
  row('sent at any hour of the day', simulated({ anyHour: true }), covered),
]);
table('Half the interval, of the final readers; median', [
  row('the sample publication', sample, width),
  row('simulated publications', main, width),
]);
table('How far the expected number was off; median', [
  row('the sample publication', sample, error),
  row('simulated publications', main, error),
]);
