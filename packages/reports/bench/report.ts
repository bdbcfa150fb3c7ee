// npm run bench -- report: how long a report of forty pages takes, and for how long it keeps others waiting.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { issueReportOf, type Render, renderersInThreads, renderReport } from '@readout/reports';
import { CONTEXT, issueFindings } from '../src/testing/findings.ts';

const BRAND = { colour: '#0072b2', logo: null };
const ROUNDS = 3;
const report = issueReportOf(CONTEXT, issueFindings({ links: 880 }));
const MIB = 1_048_576;

async function measure(name: string, render: Render, as: 'pdf' | 'xlsx'): Promise<void> {
  const times: number[] = [];
  let bytes = new Uint8Array();
  const before = process.cpuUsage();
  const waits = monitorEventLoopDelay({ resolution: 1 });
  waits.enable();
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now();
    bytes = Uint8Array.from(await render(report, BRAND, as));
    times.push(performance.now() - begun);
  }
  waits.disable();
  const { user, system } = process.cpuUsage(before);
  const computing = ((user + system) / ROUNDS / 1e6).toFixed(2);
  const pages =
    as === 'pdf'
      ? (Buffer.from(bytes)
          .toString('latin1')
          .match(/\/Type \/Page\b/g)?.length ?? 0)
      : '–';
  const sorted = times.toSorted((one, other) => one - other);
  const [least = 0, middle = 0, most = 0] = [sorted[0], sorted[Math.floor(ROUNDS / 2)], sorted.at(-1)];
  const seconds = (ms: number) => (ms / 1_000).toFixed(2);
  console.log(
    `| ${name} | ${pages} | ${(bytes.length / MIB).toFixed(2)} MiB | ${seconds(middle)} s | ${seconds(least)} to ${seconds(most)} s | ${computing} s | ${Math.round(waits.max / 1e6)} ms |`,
  );
}

console.log('| made | pages | size | median | range | computing | longest wait of others |');
console.log('|---|---|---|---|---|---|---|');
await measure('PDF, in a thread of its own', renderersInThreads(1), 'pdf');
await measure('PDF, in the same thread', renderReport, 'pdf');
await measure('workbook, in a thread of its own', renderersInThreads(1), 'xlsx');
console.log(`\nThis process in the end: ${Math.round(process.memoryUsage().rss / MIB)} MiB`);
