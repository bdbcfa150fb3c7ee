import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { ImportCounts, ImportMapping, ImportView, NewImportRequest } from '@readout/api-contract';
import { importCounts, importFound, importMapping } from '@readout/api-contract';
import type { ImportChange, ImportJob, Publication } from '@readout/catalog';
import { isPublicId, type PublicId } from '@readout/events';
import { REFERENCE_SECRET } from '@readout/tokens';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { refusalOf } from '../http/refusal-of.ts';
import { HomeOfImport } from './home.ts';
import { ImportFiles } from './import-files.ts';
import { ImportProgress } from './import-progress.ts';
import { inThread, ThreadError } from './import-thread.ts';
import { formatOf, foundView, importView } from './import-view.ts';
import type { GivenSource } from './open-source.ts';
import type { Tally } from './worker-messages.ts';

const DAY_MS = 86_400_000;
/** How often what was counted so far is written down. */
const KEEP_EVERY_MS = 2_000;
const AT_REST = ['waiting', 'ready', 'stopped'] as const satisfies readonly ImportJob['state'][];
const AT_WORK = ['looking', 'running'] as const satisfies readonly ImportJob['state'][];
const NO_COUNTS: ImportCounts = {
  issues: 0,
  readers: 0,
  events: 0,
  statements: 0,
  known: 0,
  leftOut: 0,
  retitled: 0,
  kept: 0,
};
const CUT_OFF = 'Readout stopped while this was under way. Start it again: it goes on where it was.';
const GONE = 'There is no such import.';

/** What is under way in this process. */
interface Work {
  readonly publication: Publication;
  readonly abort: AbortController;
  readonly progress: ImportProgress;
  done: Promise<void>;
}

/** Imports of all publications: their files, and the threads that read them. One of a publication at a time. */
@Injectable()
export class ImportRunner {
  readonly #files: ImportFiles | null;
  readonly #work = new Map<PublicId, Work>();
  /** Changes of an import's list of files, one after the other. */
  readonly #listing = new Map<PublicId, Promise<unknown>>();

  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {
    this.#files = deps.importsDirectory === null ? null : new ImportFiles(deps.importsDirectory, deps.importMaxBytes);
  }

  /** Once at the start: what a former process of this machine left under way is stopped, and can be started again. */
  async recognise(): Promise<void> {
    if (this.#files === null) return;
    const known = new Set<string>();
    for (const { id } of await this.deps.catalog.listPublications()) {
      for (const { publicId, state } of await this.deps.catalog.listImports(id)) {
        if (state !== 'done') known.add(publicId);
      }
    }
    await this.#files.tidy((id) => known.has(id));
    for (const { publicId } of await this.deps.catalog.importsAtWork()) {
      // Other servers of a cluster have imports of their own.
      if (!(await this.#files.isHere(publicId))) continue;
      await this.deps.catalog.changeImport(publicId, AT_WORK, { state: 'stopped', problem: CUT_OFF });
    }
  }

  async create(publication: Publication, { format, database }: NewImportRequest): Promise<ImportView> {
    if (format === 'listmonk' && database === undefined) {
      throw invalid(
        'database',
        'Give the address of its PostgreSQL, as in postgres://reader:secret@localhost:5432/listmonk.',
      );
    }
    if (format !== 'listmonk' && database !== undefined)
      throw invalid('database', 'Only listmonk is read from a database.');
    const files = this.#filesHere();
    const job = await this.deps.catalog.createImport(publication.id, { format, database: database ?? null });
    await files.make(job.publicId);
    return this.#view(job);
  }

  async list(publication: Publication): Promise<readonly ImportView[]> {
    return (await this.deps.catalog.listImports(publication.id)).map((job) => this.#view(job));
  }

  async read(publication: Publication, id: string): Promise<ImportView> {
    return this.#view(await this.#find(publication, id));
  }

  /** Takes a file; resolves when all of it is on disk. What was found in others is found anew. */
  async takeFile(
    publication: Publication,
    id: string,
    { name, bytes, length }: { readonly name: string; readonly bytes: Readable; readonly length: number | null },
  ): Promise<ImportView> {
    const { publicId, state } = await this.#find(publication, id);
    this.#refuseUnlessAtRest(state);
    await this.#checkHere(publicId);
    const written = await this.#filesHere().write(publicId, name, bytes, length);
    const changed = await this.#listed(publicId, async () => {
      const job = await this.#find(publication, id);
      const files = [...job.files.filter((one) => one.name !== name), { name, bytes: written }];
      return this.#change(publicId, AT_REST, { state: 'waiting', files, found: null, columns: null, problem: null });
    });
    return this.#view(changed);
  }

  /** Begins to look through all of it. */
  async look(publication: Publication, id: string, mapping: ImportMapping | undefined): Promise<ImportView> {
    const before = await this.#find(publication, id);
    this.#refuseUnlessAtRest(before.state);
    await this.#checkHere(before.publicId);
    const change = { state: 'looking', problem: null, ...(mapping === undefined ? {} : { mapping }) } as const;
    const job = await this.#begin(before, AT_REST, change);
    return this.#start(publication, job, (work) => this.#look(job, work));
  }

  /** Begins to import, or goes on. */
  async start(publication: Publication, id: string, mapping: ImportMapping | undefined): Promise<ImportView> {
    const before = await this.#find(publication, id);
    this.#refuseUnlessAtRest(before.state);
    if (before.found === null)
      throw new Refusal('conflict', 'Nobody has looked at it yet: let it be looked through first.');
    if (before.format === 'table' && mapping === undefined && before.mapping === null) {
      throw invalid('mapping', 'Say which of its columns is what.');
    }
    await this.#checkHere(before.publicId);
    const change = { state: 'running', problem: null, ...(mapping === undefined ? {} : { mapping }) } as const;
    const job = await this.#begin(before, ['ready', 'stopped'], change);
    return this.#start(publication, job, (work) => this.#import(job, work));
  }

  /** Stops what is under way; it can be started again, and goes on where it was. */
  async cancel(publication: Publication, id: string): Promise<ImportView> {
    const { publicId, state } = await this.#find(publication, id);
    if (state !== 'looking' && state !== 'running') throw new Refusal('conflict', 'Nothing of it is under way.');
    await this.#checkHere(publicId);
    await this.#stop(publicId);
    return this.read(publication, id);
  }

  /** Removes the import and its files; what it brought stays. */
  async remove(publication: Publication, id: string): Promise<void> {
    const { publicId } = await this.#find(publication, id);
    await this.#stop(publicId);
    if (!(await this.deps.catalog.deleteImport(publicId, [...AT_REST, 'done']))) {
      throw new Refusal('conflict', 'It is under way on another server. Cancel it there.');
    }
    await this.#files?.remove(publicId);
  }

  /** Before a publication is removed: nothing more is to be written for it. */
  async leave(publication: Publication): Promise<void> {
    const jobs = await this.deps.catalog.listImports(publication.id);
    for (const { publicId } of jobs) {
      await this.#stop(publicId);
      await this.#files?.remove(publicId);
    }
  }

  /** Stops all that is under way, to go on when somebody starts it again. */
  async stop(): Promise<void> {
    const all = [...this.#work.values()];
    for (const { abort } of all) abort.abort(new Stopped(CUT_OFF));
    await Promise.all(all.map(({ done }) => done));
  }

  async #stop(id: PublicId): Promise<void> {
    const work = this.#work.get(id);
    work?.abort.abort(new Stopped(null));
    await work?.done;
  }

  #start(publication: Publication, job: ImportJob, run: (work: Work) => Promise<ImportChange>): ImportView {
    const abort = new AbortController();
    const work: Work = { publication, abort, progress: new ImportProgress(this.deps.clock()), done: Promise.resolve() };
    this.#work.set(job.publicId, work);
    work.done = this.#run(job, work, run);
    return this.#view(job);
  }

  /** Never rejects: how it ended is the state. */
  async #run(job: ImportJob, work: Work, run: (work: Work) => Promise<ImportChange>): Promise<void> {
    const { logger, catalog } = this.deps;
    const told = { publication: work.publication.publicId, import: job.publicId, format: job.format };
    let change: ImportChange;
    try {
      logger.info(told, `an import is ${job.state === 'looking' ? 'looked through' : 'read'}`);
      change = await run(work);
      logger.info({ ...told, counts: change.counts }, `an import is ${change.state}`);
    } catch (error) {
      change = { state: 'stopped', problem: this.#problemOf(error, told) };
    }
    try {
      await catalog.changeImport(job.publicId, AT_WORK, change);
      if (change.state === 'done') await this.#files?.remove(job.publicId);
    } catch (error) {
      logger.error({ ...told, err: error }, 'how an import ended could not be written down');
    }
    this.#work.delete(job.publicId);
  }

  async #look(job: ImportJob, { publication, abort, progress }: Work): Promise<ImportChange> {
    const looking = ({ done, total }: { done: number; total: number | null }) =>
      progress.tell('looking', done, total, this.deps.clock());
    const issues = await this.deps.catalog.importedIssues(publication.id, job.format);
    const known = issues.map(({ key, heading, text }) => ({ key, heading, text }));
    const { found } = await inThread({ what: 'look', given: this.#given(job), known }, null, { looking }, abort.signal);
    if (found === null) throw new Error('the thread looked and found nothing');
    return { state: 'ready', found: foundView(found), columns: found.columns ?? job.columns };
  }

  async #import(job: ImportJob, { publication, abort, progress }: Work): Promise<ImportChange> {
    const { catalog, clock, ingested } = this.deps;
    const found = importFound.parse(job.found);
    const totals = {
      issues: found.posts,
      readers: found.people,
      events: Object.values(found.events).reduce((sum, count) => sum + count, 0),
    };
    const before = importCounts.nullable().parse(job.counts) ?? NO_COUNTS;
    const context = {
      format: formatOf(job),
      publication: publication.id,
      publicId: publication.publicId,
      referenceSecret: await catalog.installationSecret(REFERENCE_SECRET),
      windowMs: (await catalog.attribution(publication.id)).days * DAY_MS,
      now: clock(),
      deliveredIsSent: (found.events.sent ?? 0) === 0,
      latest: found.to === null ? null : Date.parse(found.to),
    };
    const home = await HomeOfImport.open(this.deps, publication, job.format);
    let keptAt = clock();
    const { tally } = await inThread(
      { what: 'import', given: this.#given(job), context },
      home,
      {
        progress: (step, done, so) => {
          progress.tell(step, done, totals[step], clock());
          if (clock() - keptAt < KEEP_EVERY_MS) return;
          keptAt = clock();
          catalog.changeImport(job.publicId, ['running'], { counts: together(before, so) }).catch(() => {
            // The next time, or at the end.
          });
        },
      },
      abort.signal,
    );
    if (tally === null) throw new Error('the thread read it and counted nothing');
    progress.tell('counting', totals.events, totals.events, clock());
    await ingested();
    abort.signal.throwIfAborted();
    return { state: 'done', counts: together(before, tally), database: null, finishedAt: new Date(clock()) };
  }

  #given({ publicId, format, files, database, mapping }: ImportJob): GivenSource {
    const here = this.#filesHere();
    return {
      format: formatOf({ format }),
      files: files.map(({ name }) => ({ name, path: here.pathOf(publicId, name) })),
      database,
      mapping: importMapping.nullable().parse(mapping),
    };
  }

  /** A sentence for whoever began it; null: they wanted it to stop. */
  #problemOf(error: unknown, told: object): string | null {
    if (error instanceof Stopped) return error.problem;
    if (error instanceof ThreadError && error.reason === 'UNREADABLE_IMPORT') return error.message;
    this.deps.logger.error({ ...told, err: error }, 'an import failed');
    const refusal = refusalOf(error);
    if (refusal !== null)
      return `${refusal.detail} What was imported is kept: start it again, and it goes on where it was.`;
    return "It failed; the server's log has the reason. What was imported is kept: start it again, and it goes on where it was.";
  }

  async #begin(job: ImportJob, from: readonly ImportJob['state'][], change: ImportChange): Promise<ImportJob> {
    const begun = await this.deps.catalog.changeImport(job.publicId, from, change);
    if (begun !== null) return begun;
    throw new Refusal(
      'conflict',
      'Another import of this publication is under way, or this one was begun in this moment. Wait until it is done.',
    );
  }

  async #change(id: PublicId, from: readonly ImportJob['state'][], change: ImportChange): Promise<ImportJob> {
    const changed = await this.deps.catalog.changeImport(id, from, change);
    if (changed === null) throw new Refusal('conflict', 'The import was begun meanwhile. Cancel it first.');
    return changed;
  }

  #listed<T>(id: PublicId, work: () => Promise<T>): Promise<T> {
    const next = (this.#listing.get(id) ?? Promise.resolve()).then(work, work);
    this.#listing.set(
      id,
      next.catch(() => undefined),
    );
    return next;
  }

  async #find(publication: Publication, id: string): Promise<ImportJob> {
    const job = isPublicId(id) ? await this.deps.catalog.findImport(publication.id, id) : null;
    if (job === null) throw new Refusal('not_found', GONE);
    return job;
  }

  #refuseUnlessAtRest(state: ImportJob['state']): void {
    if (state === 'done')
      throw new Refusal('conflict', 'This import is done. Begin a new one: what is there counts once.');
    if (state === 'looking' || state === 'running') throw new Refusal('conflict', 'It is under way. Cancel it first.');
  }

  async #checkHere(id: PublicId): Promise<void> {
    if (await this.#filesHere().isHere(id)) return;
    throw new Refusal(
      'conflict',
      'The files of this import are on another server of the cluster, or are gone. Begin a new one.',
    );
  }

  #filesHere(): ImportFiles {
    if (this.#files === null) throw new Refusal('unavailable', 'This server keeps no files, so it takes no imports.');
    return this.#files;
  }

  #view(job: ImportJob): ImportView {
    const isAtWork = job.state === 'looking' || job.state === 'running';
    return importView(job, isAtWork ? (this.#work.get(job.publicId)?.progress.view(this.deps.clock()) ?? null) : null);
  }
}

/** Somebody wanted it to stop. */
class Stopped extends Error {
  constructor(readonly problem: string | null) {
    super('an import was stopped');
  }
}

/** What came of former runs, and of this one, which finds what those brought. */
function together(before: ImportCounts, now: Tally): ImportCounts {
  const written = before.events + before.statements;
  return {
    issues: now.issues,
    readers: now.readers,
    events: before.events + now.events,
    statements: before.statements + now.statements,
    known: Math.max(0, now.known - written),
    leftOut: now.leftOut,
    retitled: before.retitled + now.retitled,
    kept: now.kept,
  };
}

function invalid(path: string, message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, { errors: [{ path, message }] });
}
