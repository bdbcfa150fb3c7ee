import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { SampleStatus } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { BUILT_IN } from '@readout/engagement';
import { encodeRecord } from '@readout/events';
import type { SampleInput } from '@readout/sample';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { removePublication } from '../publications/remove-publication.ts';
import { fillCatalog } from './fill-catalog.ts';
import { LoadProgress } from './load-progress.ts';
import { SAMPLE_SOURCE, type SampleSource } from './sample-source.ts';

const RECORDS_PER_APPEND = 2_000;
/** How far the log may run ahead of the ingester: live hits wait behind what is there. */
const RECORDS_AHEAD = 100_000;
/**
 * Ends the publication's name until all is loaded. It is the durable mark by which the next start tells an
 * interrupted load, and everybody else sees that it is not all there.
 */
const UNFINISHED = ' (loading)';

type State =
  | { readonly name: 'absent' }
  | {
      readonly name: 'loading';
      readonly progress: LoadProgress;
      readonly abort: AbortController;
      readonly done: Promise<void>;
    }
  | { readonly name: 'ready'; readonly publication: Publication }
  /** `leftover`: what could not be removed, or what a crash left behind. */
  | { readonly name: 'failed'; readonly leftover: Publication | null; readonly error: string }
  | { readonly name: 'removing'; readonly publication: Publication | null; readonly done: Promise<void> };

/** Loads and removes the sample publication, one thing at a time. */
@Injectable()
export class SampleLoader {
  #state: State = { name: 'absent' };

  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(SAMPLE_SOURCE) private readonly source: SampleSource,
  ) {}

  /** Finds out, once at the start, what a former process left. */
  async recognise(): Promise<void> {
    const publication = (await this.deps.catalog.listPublications()).find((one) => one.isSample);
    if (publication === undefined) return;
    if (!publication.name.endsWith(UNFINISHED)) this.#state = { name: 'ready', publication };
    else {
      const error = 'Loading was interrupted when Readout stopped. Load the sample again, or remove what is there.';
      this.#state = { name: 'failed', leftover: publication, error };
    }
  }

  status(): SampleStatus {
    const state = this.#state;
    const status = { state: state.name, publication: null, done: 0, total: 0, secondsLeft: null, error: null };
    switch (state.name) {
      case 'absent':
        return status;
      case 'loading':
        return { ...status, ...state.progress.view(this.deps.clock()) };
      case 'ready':
        return { ...status, publication: state.publication.publicId };
      case 'failed':
        return { ...status, publication: state.leftover?.publicId ?? null, error: state.error };
      case 'removing':
        return { ...status, publication: state.publication?.publicId ?? null };
    }
  }

  /** Begins to load. @throws {Refusal} where the sample is there or on its way. */
  begin(): Promise<void> {
    const state = this.#state;
    if (state.name === 'ready') throw new Refusal('conflict', 'The sample is there already.');
    if (state.name === 'loading') throw new Refusal('conflict', 'The sample is being loaded already.');
    if (state.name === 'removing') throw new Refusal('conflict', 'The sample is being removed. Load it after that.');
    const leftover = state.name === 'failed' ? state.leftover : null;
    const progress = new LoadProgress(this.deps.clock());
    const abort = new AbortController();
    const done = this.#load(leftover, progress, abort.signal);
    this.#state = { name: 'loading', progress, abort, done };
    return done;
  }

  /** Loads what is not there yet. Resolves when all of it is counted; rejects where that did not come about. */
  async loadAndWait(): Promise<void> {
    if (this.#state.name === 'removing') await this.#state.done;
    if (this.#state.name === 'ready') return;
    await (this.#state.name === 'loading' ? this.#state.done : this.begin());
    // The state has moved on meanwhile, which narrowing does not see.
    const after = this.status();
    if (after.state !== 'ready') throw new Error(after.error ?? 'loading the sample was stopped');
  }

  /** Removes the sample; loading is stopped first. Resolves when it is gone. */
  remove(): Promise<void> {
    const state = this.#state;
    if (state.name === 'absent') return Promise.resolve();
    if (state.name === 'removing') return state.done;
    const publication = this.#publicationOf(state);
    const done = this.#remove(state);
    this.#state = { name: 'removing', publication, done };
    return done;
  }

  /** For changes that would get in the way. @throws {Refusal} while the sample is not ready. */
  refuseUnlessReady(): void {
    if (this.#state.name !== 'ready') {
      throw new Refusal('conflict', 'The sample is not all there. Wait until it is loaded, or remove it.');
    }
  }

  /** Stops loading where it is; the next start finds it unfinished. Waits for whatever is under way. */
  async stop(): Promise<void> {
    const state = this.#state;
    if (state.name !== 'loading' && state.name !== 'removing') return;
    if (state.name === 'loading') state.abort.abort();
    await state.done.catch(() => {
      // A failed removal is logged where it fails, and must not keep anything from being closed.
    });
  }

  /** Never rejects: how it ended is the state. */
  async #load(leftover: Publication | null, progress: LoadProgress, signal: AbortSignal): Promise<void> {
    const { catalog, logger, clock } = this.deps;
    const { name, timeZone } = this.source.publication;
    // The caller sets the state first.
    await nextTurn();
    try {
      if (leftover !== null) await removePublication(this.deps, leftover);
      const publication = await catalog.createPublication({
        name: `${name}${UNFINISHED}`,
        timeZone,
        isSample: true,
      });
      await catalog.noteJudged(publication.id, { builtIn: BUILT_IN.version, rulesVersion: 0 });
      progress.publication = publication;
      logger.info({ publication: publication.publicId }, 'loading the sample publication');
      const sample = await fillCatalog(this.deps, this.source, publication, clock(), signal);
      progress.begin(this.source.recordCount(sample), clock());
      await this.#append(sample, progress, signal);
      const finished = await catalog.updatePublication(publication.id, { name });
      // A removal that began meanwhile goes on with what is there.
      if (this.#state.name === 'loading') this.#state = { name: 'ready', publication: finished ?? publication };
      logger.info({ publication: publication.publicId, events: progress.done }, 'the sample publication is loaded');
    } catch (error) {
      if (signal.aborted) {
        const stopped = 'Loading was stopped. Load the sample again, or remove what is there.';
        if (this.#state.name === 'loading')
          this.#state = { name: 'failed', leftover: progress.publication, error: stopped };
        return;
      }
      logger.error({ err: error }, 'the sample publication could not be loaded');
      await this.#cleanUp(progress.publication);
    }
  }

  async #cleanUp(publication: Publication | null): Promise<void> {
    const failed = "The sample could not be loaded; the server's log has the reason.";
    try {
      if (publication !== null) await removePublication(this.deps, publication);
      this.#state = { name: 'failed', leftover: null, error: `${failed} What had been made was removed.` };
    } catch (error) {
      this.deps.logger.error({ err: error }, 'what was made of the sample could not be removed');
      this.#state = {
        name: 'failed',
        leftover: publication,
        error: `${failed} Remove what is there, or load it again.`,
      };
    }
  }

  /** In chunks, never far ahead of the ingester, and letting others have their turn in between. */
  async #append(sample: SampleInput, progress: LoadProgress, signal: AbortSignal): Promise<void> {
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    // Nobody may be waiting for it when it rejects.
    aborted.catch(() => {});
    let chunk: string[] = [];
    let ahead = 0;
    const flush = async () => {
      signal.throwIfAborted();
      await this.deps.log.appendAll(chunk);
      progress.done += chunk.length;
      ahead += chunk.length;
      chunk = [];
      if (ahead >= RECORDS_AHEAD) {
        await Promise.race([this.deps.ingested(), aborted]);
        ahead = 0;
      }
      await nextTurn();
    };
    for (const record of this.source.records(sample)) {
      chunk.push(encodeRecord(record));
      if (chunk.length >= RECORDS_PER_APPEND) await flush();
    }
    if (chunk.length > 0) await flush();
    await Promise.race([this.deps.ingested(), aborted]);
  }

  async #remove(state: State): Promise<void> {
    // The caller sets the state first: where there is nothing to remove, this would be done before it.
    await nextTurn();
    if (state.name === 'loading') {
      state.abort.abort();
      await state.done;
    }
    const publication = this.#publicationOf(state);
    try {
      if (publication !== null) await removePublication(this.deps, publication);
      this.#state = { name: 'absent' };
    } catch (error) {
      this.deps.logger.error({ err: error }, 'the sample publication could not be removed');
      const failed = "The sample could not be removed; the server's log has the reason. Try again.";
      this.#state = { name: 'failed', leftover: publication, error: failed };
      throw error;
    }
  }

  #publicationOf(state: State): Publication | null {
    if (state.name === 'loading') return state.progress.publication;
    if (state.name === 'ready' || state.name === 'removing') return state.publication;
    return state.name === 'failed' ? state.leftover : null;
  }
}
