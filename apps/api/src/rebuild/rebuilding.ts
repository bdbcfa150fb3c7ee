import { Inject, Injectable } from '@nestjs/common';
import type { JudgingStatus } from '@readout/api-contract';
import { type JudgedBy, NotInCatalogError } from '@readout/catalog';
import type { PublicationId } from '@readout/events';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import { Changes } from '../rules/changes.ts';
import { type History, isJudgedBy, judgeHistory } from '../rules/judge-history.ts';

const IDLE: JudgingStatus = {
  state: 'idle',
  step: null,
  share: 0,
  judged: 0,
  changed: [],
  startedAt: null,
  endedAt: null,
  error: null,
};
/** Where verdicts are judged anew, that is this share of the work; the rest makes figures of them. */
const JUDGING_SHARE = 0.7;
const STATUS_EVERY_MS = 200;

/** Of whom verdicts are judged anew: of one, of all that were last judged by other rules than those of now, or of all. */
type Scope = { readonly publication: PublicationId } | { readonly verdicts: 'outdated' | 'all' };

/**
 * Judges what was fetched by the rules of now and makes all figures anew from the events, once at a time. How it stands
 * is known to this process alone.
 */
@Injectable()
export class Rebuilding {
  #status: JudgingStatus = IDLE;
  #scope: Scope | null = null;
  #running: Promise<void> | null = null;
  #stopping = false;

  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  status(): JudgingStatus {
    return this.#status;
  }

  /** What of it a publication may know: of its own history alone. */
  statusFor(publication: PublicationId): JudgingStatus {
    const isTheirs = this.#scope !== null && 'publication' in this.#scope && this.#scope.publication === publication;
    return isTheirs ? this.#status : IDLE;
  }

  /** @throws {Refusal} while it is under way. */
  begin(scope: Scope): JudgingStatus {
    if (this.#running !== null) throw new Refusal('conflict', 'The figures are being made anew already.');
    this.#scope = scope;
    this.#status = { ...IDLE, state: 'running', step: 'verdicts', startedAt: this.#now() };
    this.#running = this.#run(scope).finally(() => {
      this.#running = null;
    });
    return this.#status;
  }

  /** Gives up what is half made: the next time does all of it. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  /** Never rejects: how it ended is the status. */
  async #run(scope: Scope): Promise<void> {
    const { logger } = this.deps;
    logger.info('all figures are made anew');
    try {
      const judged = await this.#judge(await this.#histories(scope));
      await this.#makeFigures(this.#status.share);
      for (const [publication, by] of judged) {
        await ifThere(() => this.deps.catalog.noteJudged(publication, by));
      }
      this.#status = { ...this.#status, state: 'done', step: null, share: 1, endedAt: this.#now() };
      const { judged: fetches, changed } = this.#status;
      logger.info({ judged: fetches, changed }, 'all figures have been made anew');
    } catch (error) {
      logger.error({ err: error }, 'the figures could not be made anew');
      const sentence =
        "The figures could not be made anew. What was counted is kept; begin again, and all of it is done. The server's log has the reason.";
      this.#status = { ...this.#status, state: 'failed', step: null, endedAt: this.#now(), error: sentence };
    }
  }

  async #histories(scope: Scope): Promise<readonly History[]> {
    const { catalog, warehouse } = this.deps;
    const histories: History[] = [];
    for (const { id } of await catalog.listPublications()) {
      if ('publication' in scope && scope.publication !== id) continue;
      if ('verdicts' in scope && scope.verdicts === 'outdated') {
        const { judgedBy, version } = await catalog.ownRules(id);
        if (isJudgedBy(judgedBy, version)) continue;
      }
      histories.push({ publication: id, issues: await warehouse.issuesWithFetches({ publication: id }) });
    }
    return histories;
  }

  async #judge(histories: readonly History[]): Promise<ReadonlyMap<PublicationId, JudgedBy>> {
    const total = histories.flatMap(({ issues }) => issues).reduce((sum, { fetches }) => sum + fetches, 0);
    const changes = new Changes();
    let done = 0;
    let toldAt = 0;
    const judged = (count: number) => {
      this.#goOn();
      done += count;
      if (performance.now() - toldAt < STATUS_EVERY_MS && done < total) return;
      toldAt = performance.now();
      const share = Math.min(1, done / total) * JUDGING_SHARE;
      this.#status = { ...this.#status, share, judged: done, changed: changes.all() };
    };
    const all = new Map<PublicationId, JudgedBy>();
    for (const history of histories) {
      this.#goOn();
      await ifThere(async () => {
        all.set(history.publication, await judgeHistory(this.deps, history, { changes, judged }));
      });
    }
    this.#status = { ...this.#status, judged: done, changed: changes.all() };
    return all;
  }

  /** @param before The share that is done by now. */
  async #makeFigures(before: number): Promise<void> {
    this.#status = { ...this.#status, step: 'figures' };
    await this.deps.warehouse.rebuild((share) => {
      this.#goOn();
      this.#status = { ...this.#status, share: before + share * (1 - before) };
    });
  }

  #goOn(): void {
    if (this.#stopping) throw new Error('Readout stops');
  }

  #now(): string {
    return new Date(this.deps.clock()).toISOString();
  }
}

/** A publication may be removed while its history is judged: then there is nothing more to do. */
async function ifThere(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NotInCatalogError)) throw error;
  }
}
