// npm run bench -- experiments: the tables of docs/statistics.md, with the numbers that experiments.test.ts asserts.
import { A_DIFFERENCE, HARDLY_ENOUGH, NO_DIFFERENCE, peekedAt } from '../simulation/peeked-tests.ts';
import { AS_INTENDED, BROKEN, splitsAt } from '../simulation/splits.ts';
import { TRIALS, trialsAt } from '../simulation/trials.ts';

const SEED = 2026;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}\n`);
  for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
}

table(
  'Always-valid 95 % intervals, looked at every evening',
  [
    'each 5,000 tests of shares, 3,000 of revenue',
    'answered',
    'always held',
    'lift held',
    'difference found',
    'usual interval held',
    'width',
  ],
  [...NO_DIFFERENCE, ...A_DIFFERENCE, HARDLY_ENOUGH].map((world) => {
    const { answered, held, heldLift, found, usualHeld, width } = peekedAt(world, SEED);
    const shares = [held, heldLift, found, usualHeld].map(percent);
    return [world.name, percent(answered / world.tests), ...shares, `× ${width.toFixed(2)}`];
  }),
);

table(
  'Splits called uneven at 5 %',
  ['5,000 tests of 60 days', 'looked at once', 'the same every evening', 'sequential, every evening'],
  [...AS_INTENDED, ...BROKEN].map((world) => {
    const { once, oncePeeked, sequentialPeeked } = splitsAt(world, 5_000, SEED);
    return [world.name, percent(once), percent(oncePeeked), percent(sequentialPeeked)];
  }),
);

table(
  'The 80 % interval of conversions to come',
  ['trials in 90 days', 'convert', 'days ahead', 'to come', 'foretold', 'held'],
  TRIALS.map((world) => {
    const { held, meanForetold, meanTruth } = trialsAt(world, 2_000, SEED);
    const { trials, conversion, horizon } = world;
    return [
      trials.toLocaleString('en'),
      percent(conversion),
      String(horizon),
      meanTruth.toFixed(1),
      meanForetold.toFixed(1),
      percent(held),
    ];
  }),
);
