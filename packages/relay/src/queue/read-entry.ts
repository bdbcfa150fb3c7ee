import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Entry, envelopeSchema, type Outcome, outcomeSchema } from './entry.ts';

export const SUFFIX = '.mail';
export const OUTCOMES_SUFFIX = '.outcomes';

const LF = 10;
/** An envelope with as many recipients as a message may have. */
const MOST_ENVELOPE_BYTES = 1_048_576;

/** A message as a former process left it; null: it is none. */
export async function readEntry(folder: string, id: string): Promise<Entry | null> {
  const path = join(folder, `${id}${SUFFIX}`);
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(Math.min(size, MOST_ENVELOPE_BYTES)),
      position: 0,
    });
    const end = buffer.subarray(0, bytesRead).indexOf(LF);
    if (end === -1) return null;
    const envelope = envelopeSchema.safeParse(parsedOrNull(buffer.toString('utf8', 0, end)));
    if (!envelope.success) return null;
    return new Entry(id, path, envelope.data, size, end + 1, await outcomesOf(join(folder, `${id}${OUTCOMES_SUFFIX}`)));
  } finally {
    await file.close();
  }
}

/** The last line may have been cut off by a crash: then nobody relied on it. */
async function outcomesOf(path: string): Promise<Map<number, Outcome>> {
  const outcomes = new Map<number, Outcome>();
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  for (const line of text.split('\n')) {
    const outcome = outcomeSchema.safeParse(parsedOrNull(line));
    if (outcome.success) outcomes.set(outcome.data.recipient, outcome.data);
  }
  return outcomes;
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
