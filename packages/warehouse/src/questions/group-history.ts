import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Engine } from '../engine/engine.ts';
import type { GroupCounts, GroupDay, GroupQuery, ReaderGroups } from '../reader-groups.ts';
import { groupCounts } from './reader-groups.sql.ts';

/** Half a year of weeks, of forty publications. */
const MOST = 1_040;
const BELIEVED_MS = 3_600_000;
/** Days asked for at once: a question has the sets of the issues of all of them in memory, and takes a while to be planned. */
const AT_ONCE = 7;

/** Counts of groups, remembered for those who can do with old ones. */
export class GroupHistory {
  readonly #engine: Engine;
  readonly #counts = new LRUCache<string, GroupCounts>({ max: MOST, ttl: BELIEVED_MS });

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async ask({ days, ...query }: Parameters<ReaderGroups['readerGroups']>[0]): Promise<readonly GroupCounts[]> {
    const asked = days.map(({ mayBeOld = false, ...day }) => {
      const key = keyOf(query, day);
      return { day, key, known: mayBeOld ? this.#counts.get(key) : undefined };
    });
    const missing = asked.filter(({ known }) => known === undefined).sort((a, b) => a.day.from - b.day.from);
    const found = new Map<string, GroupCounts>();
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const some = missing.slice(at, at + AT_ONCE);
      const counts = await groupCounts(
        this.#engine,
        query,
        some.map(({ day }) => day),
      );
      for (const [place, { key }] of some.entries()) {
        const its = counts[place];
        if (its === undefined) continue;
        found.set(key, its);
        this.#counts.set(key, its);
      }
    }
    return asked.flatMap(({ key, known }) => known ?? found.get(key) ?? []);
  }

  /** All is counted anew the next time. */
  forget(): void {
    this.#counts.clear();
  }
}

/** What was asked, as far as it matters for this day. */
function keyOf({ issues, ...query }: GroupQuery, day: GroupDay): string {
  const all = { ...query, ...day, issues: issues.slice(0, day.to) };
  return createHash('sha256').update(JSON.stringify(all)).digest('base64');
}
