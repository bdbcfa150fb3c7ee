import { and, asc, eq, isNull, max } from 'drizzle-orm';
import type { Catalog } from './catalog.ts';
import { newPublicId } from './public-id.ts';
import { publications, scheduleRuns, schedules } from './schema.ts';
import { only, type Store } from './store.ts';

type Schedules = Pick<
  Catalog,
  'createSchedule' | 'listSchedules' | 'findSchedule' | 'updateSchedule' | 'deleteSchedule' | 'schedulesAtWork'
>;

export function schedulesIn(store: Store): Schedules {
  return {
    createSchedule: (publication, schedule) =>
      store.ask(async (database) =>
        only(
          await database
            .insert(schedules)
            .values({ ...schedule, publicId: newPublicId(), publication })
            .returning(),
        ),
      ),

    listSchedules: (publication) =>
      store.ask((database) =>
        database
          .select()
          .from(schedules)
          .where(eq(schedules.publication, publication))
          .orderBy(asc(schedules.createdAt), asc(schedules.publicId)),
      ),

    async findSchedule(publication, publicId) {
      const [found] = await store.ask((database) =>
        database
          .select()
          .from(schedules)
          .where(and(eq(schedules.publication, publication), eq(schedules.publicId, publicId))),
      );
      return found ?? null;
    },

    async updateSchedule(publication, publicId, change) {
      const named = and(eq(schedules.publication, publication), eq(schedules.publicId, publicId));
      const [found] = await store.ask((database) =>
        Object.values(change).every((value) => value === undefined)
          ? database.select().from(schedules).where(named)
          : database.update(schedules).set(change).where(named).returning(),
      );
      return found ?? null;
    },

    async deleteSchedule(publication, publicId) {
      const removed = await store.ask((database) =>
        database
          .delete(schedules)
          .where(and(eq(schedules.publication, publication), eq(schedules.publicId, publicId)))
          .returning({ publicId: schedules.publicId }),
      );
      return removed.length > 0;
    },

    schedulesAtWork: () =>
      store.ask((database) => {
        const last = database
          .select({ schedule: scheduleRuns.schedule, dueAt: max(scheduleRuns.dueAt).as('last_due_at') })
          .from(scheduleRuns)
          .where(eq(scheduleRuns.cause, 'time'))
          .groupBy(scheduleRuns.schedule)
          .as('last');
        return database
          .select({ schedule: schedules, publication: publications, lastDueAt: last.dueAt })
          .from(schedules)
          .innerJoin(publications, eq(publications.id, schedules.publication))
          .leftJoin(last, eq(last.schedule, schedules.publicId))
          .where(isNull(schedules.pausedAt))
          .orderBy(asc(schedules.createdAt), asc(schedules.publicId));
      }),
  };
}
