import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../engine/engine.ts';
import type { GroupCounts, GroupQuery } from '../reader-groups.ts';
import { groupCounts } from './reader-groups.sql.ts';

/** Half a year of weeks, of forty publications. */
const MOST = 1_040;
const BELIEVED_MS = 3_600_000;

/** Counts of groups, remembered for those who can do with old ones. */
export class GroupHistory {
  readonly #engine: Engine;
  readonly #counts = new LRUCache<string, GroupCounts>({ max: MOST, ttl: BELIEVED_MS });

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async ask({ mayBeOld = false, ...query }: GroupQuery & { readonly mayBeOld?: boolean }): Promise<GroupCounts> {
    const key = createHash('sha256').update(JSON.stringify(query)).digest('base64');
    const known = mayBeOld ? this.#counts.get(key) : undefined;
    if (known !== undefined) return known;
    const counts = await groupCounts(this.#engine, query);
    this.#counts.set(key, counts);
    return counts;
  }

  /** All is counted anew the next time. */
  forget(): void {
    this.#counts.clear();
  }
}
