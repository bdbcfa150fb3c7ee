import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportedEvents, ImportedPerson, ImportedPost, ImportSource, Oddity } from '../source.ts';

/** All that a source gives, and closes it. */
export async function readSource(source: ImportSource) {
  const signal = new AbortController().signal;
  const found = await source.look(signal, () => {});
  const posts: ImportedPost[] = [];
  for await (const post of source.posts(signal)) posts.push(post);
  const people: ImportedPerson[] = [];
  for await (const chunk of source.people(signal)) people.push(...chunk);
  const events: ImportedEvents[] = [];
  for await (const chunk of source.events(signal)) events.push(chunk);
  await source.close();
  return { found, posts, people, events, oddities: oddityCounts(found.oddities) };
}

/** `kind` or `kind of file`, and how often. */
function oddityCounts(oddities: readonly Oddity[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    oddities.map(({ kind, file, count }) => [file === '' ? kind : `${kind} of ${file}`, count]),
  );
}

/** A file in a folder of its own. */
export async function fileOf(content: string | Buffer, name = 'file'): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'readout-import-')), name);
  await writeFile(path, content);
  return path;
}
