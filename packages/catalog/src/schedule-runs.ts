import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Catalog, ScheduleRun } from './catalog.ts';
import { decodeCursor, encodeCursor, invalidCursor } from './issue-cursor.ts';
import { newPublicId } from './public-id.ts';
import { issues, publications, scheduleRuns, schedules } from './schema.ts';
import type { Store } from './store.ts';

type Runs = Pick<
  Catalog,
  'claimRun' | 'changeRun' | 'runsToTakeUp' | 'listRuns' | 'findRun' | 'lastRuns' | 'issuesWithoutRun'
>;

const LARGEST_PAGE = 200;
/** More come when these are done. */
const MOST_AT_ONCE = 100;

export function scheduleRunsIn(store: Store): Runs {
  return {
    async claimRun(schedule, run) {
      const values = { ...run, publicId: newPublicId(), schedule, state: 'making' as const, attempts: 1 };
      const [claimed]: ScheduleRun[] = await store.ask((database) =>
        database
          .insert(scheduleRuns)
          .values(values)
          .onConflictDoNothing({ target: [scheduleRuns.schedule, scheduleRuns.key] })
          .returning(),
      );
      return claimed ?? null;
    },

    async changeRun({ publicId, state, holder, attempts }, { files, ...change }) {
      const [changed]: ScheduleRun[] = await store.ask((database) =>
        database
          .update(scheduleRuns)
          .set(files === undefined ? change : { ...change, files: [...files] })
          .where(
            and(
              eq(scheduleRuns.publicId, publicId),
              eq(scheduleRuns.state, state),
              eq(scheduleRuns.attempts, attempts),
              holder === null ? isNull(scheduleRuns.holder) : eq(scheduleRuns.holder, holder),
            ),
          )
          .returning(),
      );
      return changed ?? null;
    },

    runsToTakeUp: (now) =>
      store.ask((database) =>
        database
          .select({ run: scheduleRuns, schedule: schedules, publication: publications })
          .from(scheduleRuns)
          .innerJoin(schedules, eq(schedules.publicId, scheduleRuns.schedule))
          .innerJoin(publications, eq(publications.id, schedules.publication))
          .where(
            and(
              isNull(scheduleRuns.endedAt),
              or(
                and(eq(scheduleRuns.state, 'waiting'), lte(scheduleRuns.nextAttemptAt, now)),
                and(inArray(scheduleRuns.state, ['making', 'sending']), lte(scheduleRuns.heldUntil, now)),
              ),
            ),
          )
          .orderBy(asc(scheduleRuns.dueAt), asc(scheduleRuns.publicId))
          .limit(MOST_AT_ONCE),
      ),

    async listRuns(schedule, { limit, cursor }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
        throw new RangeError(`A page has from 1 to ${LARGEST_PAGE} runs, not ${limit}.`);
      }
      const rows: ScheduleRun[] = await store.ask((database) =>
        database
          .select()
          .from(scheduleRuns)
          .where(and(eq(scheduleRuns.schedule, schedule), cursor === undefined ? undefined : after(cursor)))
          .orderBy(desc(scheduleRuns.dueAt), desc(scheduleRuns.publicId))
          .limit(limit + 1),
      );
      const items = rows.slice(0, limit);
      const end = items.at(-1);
      const next =
        rows.length > limit && end !== undefined ? encodeCursor({ sentAt: end.dueAt, publicId: end.publicId }) : null;
      return { items, next };
    },

    async findRun(schedule, publicId) {
      const [found]: ScheduleRun[] = await store.ask((database) =>
        database
          .select()
          .from(scheduleRuns)
          .where(and(eq(scheduleRuns.schedule, schedule), eq(scheduleRuns.publicId, publicId))),
      );
      return found ?? null;
    },

    lastRuns: (publication) =>
      store.ask(async (database) => {
        const rows = await database
          .selectDistinctOn([scheduleRuns.schedule], { run: scheduleRuns })
          .from(scheduleRuns)
          .innerJoin(schedules, eq(schedules.publicId, scheduleRuns.schedule))
          .where(eq(schedules.publication, publication))
          .orderBy(asc(scheduleRuns.schedule), desc(scheduleRuns.startedAt), desc(scheduleRuns.publicId));
        return rows.map(({ run }) => run);
      }),

    issuesWithoutRun: ({ publicId, publication }, { after: from, until, keyPrefix }) =>
      store.ask((database) =>
        database
          .select()
          .from(issues)
          .where(
            and(
              eq(issues.publication, publication),
              gt(issues.sentAt, from),
              lte(issues.sentAt, until),
              sql`not exists (select 1 from ${scheduleRuns} where ${scheduleRuns.schedule} = ${publicId} and ${scheduleRuns.key} = ${keyPrefix}::text || ${issues.publicId})`,
            ),
          )
          .orderBy(asc(issues.sentAt), asc(issues.id))
          .limit(MOST_AT_ONCE),
      ),
  };
}

function after(cursor: string): SQL | undefined {
  const { sentAt: dueAt, publicId } = decodeCursor(cursor);
  if (dueAt === null) throw invalidCursor();
  return or(lt(scheduleRuns.dueAt, dueAt), and(eq(scheduleRuns.dueAt, dueAt), lt(scheduleRuns.publicId, publicId)));
}
