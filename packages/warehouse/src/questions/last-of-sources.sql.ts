import type { PublicationId, Source } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned } from '../literal.ts';

interface Row {
  readonly source: Source;
  readonly last: number;
}

/** All of a publication's events are read for it, two columns of them. */
const OLD_MS = 60_000;
const MOST_PUBLICATIONS = 1_000;

interface Known {
  readonly readAt: number;
  readonly last: Map<Source, number>;
}

/** When the newest event of each source happened: of arrivals at every question, of settled events once a minute. */
export class LastOfSources {
  readonly #engine: Engine;
  readonly #now: () => number;
  readonly #known = new Map<PublicationId, Known>();

  /** @param now milliseconds of a clock that never goes back. */
  constructor(engine: Engine, now: () => number = () => performance.now()) {
    this.#engine = engine;
    this.#now = now;
  }

  async ask(publication: PublicationId): Promise<ReadonlyMap<Source, number>> {
    const known = this.#known.get(publication);
    const isOld = known === undefined || this.#now() - known.readAt > OLD_MS;
    const readAt = this.#now();
    // Arrivals first: what is settled in between is in both, and not in neither.
    const arrivals = await this.#lastIn('arrivals', publication);
    const events = isOld ? await this.#lastIn('events', publication) : [];
    const last = new Map(isOld ? [] : known.last);
    for (const { source, last: time } of [...events, ...arrivals]) {
      last.set(source, Math.max(time, last.get(source) ?? 0));
    }
    if (this.#known.size >= MOST_PUBLICATIONS) this.#known.clear();
    // What has arrived meanwhile stays known after it was settled.
    this.#known.set(publication, { readAt: isOld ? readAt : known.readAt, last });
    return last;
  }

  #lastIn(table: 'events' | 'arrivals', publication: PublicationId): Promise<readonly Row[]> {
    return this.#engine.rows<Row>(
      `SELECT source, toUnixTimestamp64Milli(max(time)) AS last
       FROM ${table} WHERE publication = ${unsigned(publication)} GROUP BY source`,
    );
  }
}
