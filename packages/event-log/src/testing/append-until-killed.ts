// Appends to the log in the given folder and prints each line once it is acknowledged, until it is killed.
import { openEmbeddedLog } from '../embedded/embedded-log.ts';

const [directory = '', round = ''] = process.argv.slice(2);
const log = await openEmbeddedLog({
  directory,
  segmentBytes: 100_000,
  retention: { maxAgeMs: Number.MAX_SAFE_INTEGER, maxBytes: Number.MAX_SAFE_INTEGER },
});
for (let at = 0; ; at++) {
  const lines = Array.from({ length: 20 }, (_, line) => `round ${round} record ${at * 20 + line}`);
  await Promise.all(lines.map((line) => log.append(line)));
  process.stdout.write(`${lines.join('\n')}\n`);
}
