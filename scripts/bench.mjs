// npm run bench [-- name …]: runs the benchmarks one after the other and prints their tables.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, refuse, root } from './prepare.mjs';

const BENCHMARKS = {
  collector: 'apps/readout/bench/collector.ts',
  cores: 'apps/readout/bench/cores.ts',
  dashboard: 'apps/readout/bench/dashboard.ts',
  export: 'apps/api/bench/export.ts',
  experiments: 'packages/statistics/bench/experiments.ts',
  estimate: 'packages/statistics/bench/coverage.ts',
  forecast: 'packages/statistics/bench/forecast.ts',
  groups: 'packages/warehouse/bench/groups.ts',
  idle: 'apps/readout/bench/idle.ts',
  import: 'apps/readout/bench/import.ts',
  ingest: 'apps/ingester/bench/ingest.ts',
  judging: 'packages/engagement/bench/judging.ts',
  kafka: 'packages/event-log/bench/kafka.ts',
  offers: 'apps/readout/bench/collector.ts offers',
  query: 'packages/warehouse/bench/query.ts',
  report: 'packages/reports/bench/report.ts',
  'synced-writes': 'apps/readout/bench/synced-writes.ts',
  visible: 'apps/readout/bench/visible.ts',
};

// `offers` is a part of `collector`.
const SEND_REQUESTS = new Set(['collector', 'cores', 'offers', 'visible']);
/**
 * For whoever sends requests and takes the time: collecting its own garbage in short steps, since a request that is
 * due while the generator stands still looks like a slow answer (8 to 20 ms in the 99th percentile without them).
 * What is measured runs in processes of its own, without these.
 */
const STEADY = ['--max-semi-space-size=2', '--no-concurrent-marking'];

const names = process.argv.slice(2);
for (const name of names) {
  if (!(name in BENCHMARKS))
    refuse(`There is no benchmark “${name}”. There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
}
prepare();
for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS).filter((name) => name !== 'offers')) {
  console.log(`\n## ${name}\n`);
  const [file, ...rest] = BENCHMARKS[name].split(' ');
  const result = spawnSync(
    process.execPath,
    [...(SEND_REQUESTS.has(name) ? STEADY : []), '--import', 'tsx', join(root, file), ...rest],
    {
      cwd: root,
      stdio: 'inherit',
      // Without the paths to the sources: what is measured is what was built, as it is shipped.
      env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') },
    },
  );
  if (result.status !== 0) refuse(`The benchmark “${name}” failed.`);
}
