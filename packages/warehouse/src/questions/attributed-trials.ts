import type { IssueId, PublicationId } from '@readout/events';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../engine/engine.ts';
import type { IssueFigures } from '../warehouse.ts';
import { askedOf } from './arrivals.sql.ts';
import { subscriptionSteps } from './subscription-steps.sql.ts';

type Trials = ReadonlyMap<IssueId, number>;

/** What led to a trial is known a moment after it: so long an answer is good. It is asked for several times a second. */
const BELIEVED_MS = 5_000;

/**
 * How many people's trials are attributed to each issue, of those that billing systems state: an aggregate cannot hold
 * them, since what a trial is attributed to may change with every statement and every touch.
 */
export class AttributedTrials {
  readonly #engine: Engine;
  readonly #known: LRUCache<PublicationId, Promise<Trials>>;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#known = new LRUCache({ max: 1_000, ttl: BELIEVED_MS });
  }

  byIssue(publication: PublicationId): Promise<Trials> {
    const known = this.#known.get(publication);
    if (known !== undefined) return known;
    const asked = this.#ask(publication);
    this.#known.set(publication, asked);
    // What failed is asked again.
    asked.catch(() => this.#known.delete(publication));
    return asked;
  }

  /** The figures with these trials added. */
  async addTo(publication: PublicationId, figures: IssueFigures): Promise<IssueFigures> {
    const trials = (await this.byIssue(publication)).get(figures.issue) ?? 0;
    return trials === 0 ? figures : { ...figures, trialsStarted: figures.trialsStarted + trials };
  }

  forget(): void {
    this.#known.clear();
  }

  async #ask(publication: PublicationId): Promise<Trials> {
    const asked = await askedOf(this.#engine, publication, null);
    if (asked.attribution === null) return new Map();
    const rows = await this.#engine.rows<{ issue: IssueId; trials: number }>(`
      SELECT issue, uniqExact(reader) AS trials
      FROM ${subscriptionSteps(asked, asked.attribution, ['trial_started'], ['issue', 'reader'])}
      WHERE issue != 0
      GROUP BY issue`);
    return new Map(rows.map(({ issue, trials }) => [issue, trials]));
  }
}
