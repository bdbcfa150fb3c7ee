import { and, asc, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Catalog, ScheduleRun } from './catalog.ts';
import { NewestFirst } from './newest-first.ts';
import { newPublicId } from './public-id.ts';
import { issues, publications, scheduleRuns, schedules } from './schema.ts';
import type { Store } from './store.ts';

type Runs = Pick<
  Catalog,
  'claimRun' | 'changeRun' | 'runsToTakeUp' | 'listRuns' | 'findRun' | 'lastRuns' | 'issuesWithoutRun'
>;

const LISTED = new NewestFirst<ScheduleRun>(
  'runs',
  { moment: scheduleRuns.dueAt, publicId: scheduleRuns.publicId },
  ({ dueAt }) => dueAt,
);
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
      const [rows, behind] = [LISTED.rowsFor(limit), LISTED.behind(cursor)];
      const found: ScheduleRun[] = await store.ask((database) =>
        database
          .select()
          .from(scheduleRuns)
          .where(and(eq(scheduleRuns.schedule, schedule), behind))
          .orderBy(...LISTED.order)
          .limit(rows),
      );
      return LISTED.page(found, limit);
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
