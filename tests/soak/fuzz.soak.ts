// A million requests over raw sockets, valid, damaged, cut, slow and broken off, to all routes of the whole program.
import { temporaryFolder } from '../running-readout.ts';
import { fuzz } from './fuzz.ts';
import { Progress } from './progress.ts';

const REQUESTS = Number(process.env.READOUT_SOAK_REQUESTS ?? 1_000_000);
const SEED = Number(process.env.READOUT_SOAK_SEED ?? 1);
const CONNECTIONS = 48;
/** Resident memory at the end, against that after the first tenth: what may be added is what the engine caches. */
const GROWTH = 1.3;
const CACHES_MB = 150;

const folder = await temporaryFolder();
const progress = new Progress('fuzz', REQUESTS);
try {
  const result = await fuzz(folder.path, {
    requests: REQUESTS,
    seed: SEED,
    connections: CONNECTIONS,
    progress: (sent) => progress.at(sent),
  });
  progress.end();
  const { requests, seconds, answersByStatus, answered, counted, memoryMB, faults } = result;
  const statuses = [...answersByStatus].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
  console.log(
    '| Requests | Seconds | Per second | Pixels answered | Counted | Memory early, MB | Late, MB | Answers |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  const { early, late } = memoryMB;
  const figures = [requests, Math.round(seconds), Math.round(requests / seconds), answered, counted, early, late];
  console.log(`| ${figures.join(' | ')} | ${statuses.join(', ')} |`);
  for (const fault of faults) console.error(`Fault: ${fault}`);
  if (counted !== answered) console.error(`Fault: ${answered} pixels were answered and ${counted} are counted.`);
  const grew = late > early * GROWTH + CACHES_MB;
  if (grew) console.error(`Fault: memory grew from ${early} MB to ${late} MB.`);
  process.exitCode = faults.length > 0 || counted !== answered || grew ? 1 : 0;
} finally {
  await folder.remove();
}
