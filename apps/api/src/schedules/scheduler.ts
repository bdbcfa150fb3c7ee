import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { NewScheduleRun, Publication, Schedule, ScheduleRun, ScheduleRunChange } from '@readout/catalog';
import type { Delivered } from '@readout/delivery';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Exporting } from '../exports/exporting.ts';
import { statusOf } from '../http/problem.ts';
import { refusalOf } from '../http/refusal-of.ts';
import { deliver } from './deliver.ts';
import { dueNow } from './due-now.ts';
import { type Made, madeFiles, type RunParts } from './made-files.ts';
import { type ScheduleTerms, termsOf } from './terms.ts';

const MINUTE_MS = 60_000;
/** Before each further try. */
const PAUSES_MS = [1, 5, 30, 120, 480].map((minutes) => minutes * MINUTE_MS);
/** Whoever has said nothing for so long does not carry a run out any more. */
const LEASE_MS = 2 * MINUTE_MS;
const SIGN_OF_LIFE_MS = 30_000;
const AT_ONCE = 4;
const UNHEARD =
  'Readout was stopped while the message went out: whether it arrived is not known. It is not sent again by itself.';

/** A run that this process may carry out, if it is the first to say so. */
interface Candidate {
  readonly publication: Publication;
  readonly schedule: Schedule;
  readonly terms: ScheduleTerms;
  /** Null: it is there no more, or in other hands. */
  readonly claim: () => Promise<ScheduleRun | null>;
}

/**
 * Carries schedules out. There may be several over one catalog: a run is begun by one statement there, and every further
 * step is one that only whoever holds the run can take.
 */
@Injectable()
export class Scheduler {
  #looking: Promise<void> | null = null;
  /** The look after the present one. */
  #again: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isStopping = false;
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(Exporting) private readonly exporting: Exporting,
  ) {}

  /** Looks from now on, again and again. What a former process left half made is removed. */
  async start(): Promise<void> {
    const { lookEveryMs, workDirectory } = this.deps.delivery;
    if (lookEveryMs === null) return;
    await rm(workDirectory, { recursive: true, force: true });
    const again = () => {
      if (this.#isStopping) return;
      this.#timer = setTimeout(() => {
        this.look()
          .catch((error: unknown) => this.deps.logger.error({ err: error }, 'schedules could not be looked at'))
          .finally(again);
      }, lookEveryMs);
    };
    again();
  }

  /** Carries out what is due at this moment; resolves when that is done. Called meanwhile, it looks once more after it. */
  look(): Promise<void> {
    if (this.#looking === null) return this.#begin();
    this.#again ??= this.#looking
      .catch(() => undefined)
      .then(() => {
        this.#again = null;
        return this.#begin();
      });
    return this.#again;
  }

  #begin(): Promise<void> {
    const looking = this.#look().finally(() => {
      this.#looking = null;
    });
    this.#looking = looking;
    return looking;
  }

  /** Begins a run that somebody wants now, and carries it out meanwhile. */
  async runNow(publication: Publication, schedule: Schedule): Promise<ScheduleRun | null> {
    const terms = termsOf(schedule);
    const now = new Date(this.deps.clock());
    const run = await this.#claim(schedule, {
      key: `now ${randomBytes(12).toString('hex')}`,
      cause: 'now',
      dueAt: now,
      issue: null,
      issueTitle: null,
      missed: 0,
    });
    if (run !== null) this.#track(this.#carryOut({ publication, schedule, terms, run }));
    return run;
  }

  /** Looks at once, without anybody waiting for it. */
  lookSoon(): void {
    this.#track(this.look());
  }

  /** Takes nothing up any more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await Promise.allSettled([...this.#underWay, this.#looking, this.#again]);
  }

  #track(work: Promise<void>): void {
    const watched = work
      .catch((error: unknown) => this.deps.logger.error({ err: error }, 'a scheduled run could not be carried out'))
      .finally(() => this.#underWay.delete(watched));
    this.#underWay.add(watched);
  }

  async #look(): Promise<void> {
    if (this.#isStopping) return;
    const queue = await this.#candidates();
    const worker = async () => {
      for (let next = queue.shift(); next !== undefined && !this.#isStopping; next = queue.shift()) {
        const { claim, ...parts } = next;
        try {
          const run = await claim();
          if (run !== null) await this.#carryOut({ ...parts, run });
        } catch (error) {
          this.deps.logger.error({ err: error, schedule: parts.schedule.publicId }, 'a scheduled run was not kept');
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #candidates(): Promise<Candidate[]> {
    const { catalog, clock } = this.deps;
    const now = clock();
    const found: Candidate[] = [];
    for (const { run, ...given } of await catalog.runsToTakeUp(new Date(now))) {
      const parts = this.#readable(given);
      if (parts !== null) found.push({ ...parts, claim: () => this.#takeUp(run, parts.terms) });
    }
    for (const { lastDueAt, ...given } of await catalog.schedulesAtWork()) {
      const parts = this.#readable(given);
      if (parts === null) continue;
      for (const due of await dueNow(catalog, parts, lastDueAt, now)) {
        found.push({ ...parts, claim: () => this.#claim(parts.schedule, due) });
      }
    }
    return found;
  }

  #readable(given: { readonly schedule: Schedule; readonly publication: Publication }) {
    try {
      return { ...given, terms: termsOf(given.schedule) };
    } catch (error) {
      this.deps.logger.error({ err: error, schedule: given.schedule.publicId }, 'a schedule cannot be read');
      return null;
    }
  }

  #claim(schedule: Schedule, due: Omit<NewScheduleRun, 'startedAt' | 'holder' | 'heldUntil'>) {
    const now = this.deps.clock();
    return this.deps.catalog.claimRun(schedule.publicId, { ...due, startedAt: new Date(now), ...held(now) });
  }

  /** A run whose further try is due, or whose holder is not heard of any more. */
  async #takeUp(run: ScheduleRun, { destination }: ScheduleTerms): Promise<ScheduleRun | null> {
    const { catalog, clock } = this.deps;
    const now = clock();
    if (run.state === 'sending' && destination.by === 'email') {
      await catalog.changeRun(run, { ...released(now), state: 'unknown', reason: UNHEARD });
      return null;
    }
    return catalog.changeRun(run, {
      state: 'making',
      attempts: run.attempts + 1,
      nextAttemptAt: null,
      ...held(now),
    });
  }

  async #carryOut(parts: RunParts): Promise<void> {
    const { catalog, clock, delivery, logger } = this.deps;
    let run: ScheduleRun | null = parts.run;
    const alive = setInterval(() => {
      const known = run;
      if (known === null) return;
      const { heldUntil } = held(clock());
      catalog.changeRun(known, { heldUntil }).catch((error: unknown) => {
        logger.warn({ err: error, run: known.publicId }, 'a scheduled run could not give a sign of life');
      });
    }, SIGN_OF_LIFE_MS);
    let folder: string | null = null;
    try {
      await mkdir(delivery.workDirectory, { recursive: true, mode: 0o700 });
      folder = await mkdtemp(join(delivery.workDirectory, 'run-'));
      const made = await this.#made({ ...parts, run }, folder);
      if ('kind' in made) {
        await this.#settle(run, made);
        return;
      }
      const files = made.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
      const { heldUntil } = held(clock());
      run = await catalog.changeRun(run, { state: 'sending', files, heldUntil });
      // Another process has taken it for dead, and carries it out.
      if (run === null) return;
      await this.#settle(run, await deliver(this.deps, { ...parts, run }, made));
    } finally {
      clearInterval(alive);
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    }
  }

  /** What is to be sent, or why there is nothing. */
  async #made(parts: RunParts, folder: string): Promise<Made | Extract<Delivered, { kind: 'failed' }>> {
    try {
      return await madeFiles(this.deps, this.exporting, parts, folder);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== null) {
        const status = statusOf(refusal.code);
        return { kind: 'failed', why: refusal.detail, again: status >= 500 || status === 429 };
      }
      this.deps.logger.error({ err: error, run: parts.run.publicId }, 'the files of a scheduled run could not be made');
      return { kind: 'failed', why: 'The files could not be made. The log of the server says why.', again: true };
    }
  }

  async #settle(run: ScheduleRun, delivered: Delivered): Promise<void> {
    const { catalog, clock, logger } = this.deps;
    const change = outcomeOf(run, delivered, clock());
    const settled = await catalog.changeRun(run, change);
    const { schedule, publicId, attempts } = run;
    const told = { schedule, run: publicId, attempts, state: change.state, reason: change.reason };
    if (settled === null) logger.warn(told, 'a scheduled run ended in other hands');
    else logger.info(told, 'a scheduled run was carried out');
  }
}

function outcomeOf({ attempts }: ScheduleRun, delivered: Delivered, now: number): ScheduleRunChange {
  switch (delivered.kind) {
    case 'done':
      return { ...released(now), state: 'done', reason: delivered.note };
    case 'unknown':
      return { ...released(now), state: 'unknown', reason: delivered.why };
    case 'failed': {
      const pause = delivered.again ? PAUSES_MS[attempts - 1] : undefined;
      return pause === undefined
        ? { ...released(now), state: 'failed', reason: delivered.why }
        : {
            ...released(now),
            endedAt: null,
            state: 'waiting',
            nextAttemptAt: new Date(now + pause),
            reason: delivered.why,
          };
    }
  }
}

function held(now: number) {
  return { holder: randomBytes(12).toString('hex'), heldUntil: new Date(now + LEASE_MS) };
}

function released(now: number) {
  return { holder: null, heldUntil: null, nextAttemptAt: null, endedAt: new Date(now) };
}
