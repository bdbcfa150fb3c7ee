import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS } from './sequence.ts';
import { compose } from './writing/compose.ts';

/** Writes the corpus anew from its scenarios: `tsx packages/engagement/corpus/write.ts`. Files of dropped families go. */
for (const part of PARTS) {
  const folder = join(import.meta.dirname, part);
  const files = compose(part);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.endsWith('.jsonl') && !files.has(old)) rmSync(join(folder, old));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}
