import { foundReader, readerGroups } from '@readout/api-contract';
import { READER_AGENT } from './browsers.ts';
import type { ReadoutClient } from './readout-client.ts';
import { eventually } from './running-readout.ts';

export const READERS = 60;
/** One every three days, up to three days ago. */
const ISSUES = 20;
const QUESTION = 'Who pays for the harbour?';

/**
 * A publication whose issues went out over two months. A third of its readers opened every one, another third only the
 * old ones, and the others none.
 */
export async function withHistory(
  readout: ReadoutClient,
): Promise<{ readonly publication: string; readonly reader: number }> {
  const { id } = await readout.createPublication('A publication with a history');
  await readout.fetch(`/publications/${id}`, { method: 'PATCH', body: { showsReaders: true } });
  const headers = { 'user-agent': READER_AGENT };
  let opens = 0;
  for (let at = 0; at < ISSUES; at++) {
    const title = at % 3 === 0 ? QUESTION : 'A quiet harbour';
    const issue = await readout.sendIssue(id, title, 3 + 3 * (ISSUES - 1 - at), READERS);
    for (const [which, token] of issue.tokens.entries()) {
      const reads = which % 3 === 0 || (which % 3 === 1 && at < 5);
      if (!reads) continue;
      await fetch(`${readout.address}/o/${issue.id}/${token}.gif`, { headers });
      opens++;
      if (which === 0)
        await fetch(`${readout.address}/c/${issue.links[0]?.id}/${token}`, { headers, redirect: 'manual' });
    }
  }
  await eventually(
    () => readout.call(readerGroups, `/publications/${id}/readers/groups?weeks=1`),
    ({ days }) => days.at(-1)?.all.engaged === READERS / 3 && days.at(-1)?.all.fading === READERS / 3,
    60_000,
  );
  const { reader } = await readout.call(foundReader, `/publications/${id}/readers/find`, { reader: 'r1' });
  if (opens === 0) throw new Error('nobody opened anything');
  return { publication: id, reader };
}
