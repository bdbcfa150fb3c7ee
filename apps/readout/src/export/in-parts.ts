import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportParts } from '@readout/api-contract';
import { z } from 'zod';
import { CommandError, call, type Server } from '../running-server.ts';
import { BusyError, downloadWhole, sha256Of, TornError } from './download.ts';
import { Progress } from './progress.ts';

const MANIFEST = 'manifest.json';
const TRIES = 5;
const WAIT_MS = 1_000;

/** What is in the folder: written anew whenever a part has come, so that whoever goes on knows where. */
const manifest = z.object({
  file: z.string(),
  query: z.record(z.string(), z.string()),
  /** Events from then on are in none of the parts. */
  to: z.string(),
  complete: z.boolean(),
  parts: z.array(
    z.object({
      part: z.string(),
      file: z.string(),
      expected: z.number(),
      whole: z.object({ rows: z.number(), bytes: z.number(), sha256: z.string() }).nullable(),
    }),
  ),
});
type Manifest = z.infer<typeof manifest>;

interface Wanted {
  /** Of the publication's exports. */
  readonly path: string;
  readonly file: string;
  readonly ending: string;
  readonly filter: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** Exports part by part into a folder. Begun once more with the same filter, it goes on after the last part that is whole. */
export async function exportInParts(server: Server, wanted: Wanted, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = await readManifest(folder);
  if (
    before !== null &&
    (before.file !== wanted.file || JSON.stringify(before.query) !== JSON.stringify(wanted.query))
  ) {
    throw new CommandError(
      `${folder} holds another export (${before.file}). Choose another folder, or empty this one.`,
    );
  }
  const plan = before ?? (await planned(server, wanted));
  await writeManifest(folder, plan);
  const progress = new Progress(plan.parts.reduce((sum, { expected }) => sum + expected, 0));
  for (const part of plan.parts) {
    const path = join(folder, part.file);
    if (part.whole !== null && (await sha256Of(path)) === part.whole.sha256) {
      progress.add(0, part.whole.rows);
      continue;
    }
    const query = new URLSearchParams({ ...wanted.query, to: plan.to, part: part.part });
    part.whole = await tried(() => downloadWhole(server, `${wanted.path}/${wanted.file}?${query}`, path, progress));
    await writeManifest(folder, plan);
  }
  await writeManifest(folder, { ...plan, complete: true });
  progress.end();
  const rows = plan.parts.reduce((sum, { whole }) => sum + (whole?.rows ?? 0), 0);
  process.stderr.write(
    `${folder}: ${rows.toLocaleString('en')} rows in ${plan.parts.length} parts, all of them whole.\n`,
  );
}

async function planned(server: Server, { path, file, ending, filter, query }: Wanted): Promise<Manifest> {
  const { to, parts } = await call(server, `${path}/parts?${new URLSearchParams(filter)}`, exportParts);
  const named = parts.map(({ part, rows }, at) => ({
    part,
    file: `part-${String(at + 1).padStart(5, '0')}.${ending}`,
    expected: rows,
    whole: null,
  }));
  return { file, query, to, complete: false, parts: named };
}

/** Again and again, since a server may be started anew meanwhile. */
async function tried<Result>(once: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once();
    } catch (error) {
      if (attempt === TRIES || !(error instanceof TornError || error instanceof BusyError)) throw error;
      await sleep(error instanceof BusyError ? error.seconds * 1_000 : WAIT_MS * 2 ** attempt);
    }
  }
}

async function readManifest(folder: string): Promise<Manifest | null> {
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST), 'utf8');
  } catch {
    return null;
  }
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    throw new CommandError(`${join(folder, MANIFEST)} is none of ours. Choose another folder, or empty this one.`);
  }
}

/** Never half: another file takes its place. */
async function writeManifest(folder: string, content: Manifest): Promise<void> {
  const path = join(folder, MANIFEST);
  await writeFile(`${path}.part`, `${JSON.stringify(content, null, 2)}\n`);
  await rename(`${path}.part`, path);
}
