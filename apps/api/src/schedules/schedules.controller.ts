import { isDeepStrictEqual } from 'node:util';
import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  createScheduleRequest,
  type ScheduleList,
  type ScheduleRunList,
  type ScheduleRunView,
  type ScheduleView,
  scheduleList,
  scheduleRunList,
  scheduleRunView,
  scheduleView as scheduleSchema,
  updateScheduleRequest,
} from '@readout/api-contract';
import type { Publication, Schedule } from '@readout/catalog';
import { isPublicId } from '@readout/events';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { type PageQuery, pageQueryOf } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { checkTerms } from './checked-terms.ts';
import { runView, scheduleView } from './schedule-view.ts';
import { Scheduler } from './scheduler.ts';
import { termsOf } from './terms.ts';

const MOST_SCHEDULES = 50;
const listQuery = pageQueryOf(25);

@Controller('api/v1/publications/:publication/schedules')
export class SchedulesController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(Scheduler) private readonly scheduler: Scheduler,
  ) {}

  @Get()
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'List what is made and brought somewhere again and again',
    description: 'With the last run of each, when the next one is due, and by which ways things can leave here.',
    answer: scheduleList,
  })
  async list(@ThePublication() publication: Publication): Promise<ScheduleList> {
    const { catalog, delivery } = this.deps;
    const [schedules, last, mailServer] = await Promise.all([
      catalog.listSchedules(publication.id),
      catalog.lastRuns(publication.id),
      catalog.mailServer(publication.id),
    ]);
    const runs = new Map(last.map((run) => [run.schedule, run]));
    return {
      items: await Promise.all(
        schedules.map((one) => scheduleView(this.deps, publication, one, runs.get(one.publicId) ?? null)),
      ),
      ways: { email: mailServer !== null || delivery.mail !== null, folder: delivery.folder !== null },
    };
  }

  @Post()
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'Have a report, an export or both made and brought somewhere again and again',
    description:
      'After each issue, weekly or monthly by the publication’s clock; by email, to a webhook (signed after Standard Webhooks with the secret of the answer) or into a folder below the operator’s. What was due before does not count.',
    body: createScheduleRequest,
    answer: scheduleSchema,
    status: 201,
    refusals: ['conflict'],
  })
  async create(
    @ThePublication() publication: Publication,
    @Body() asked: z.output<typeof createScheduleRequest>,
  ): Promise<ScheduleView> {
    await checkTerms(this.deps, publication, asked);
    const { catalog, clock, logger } = this.deps;
    if ((await catalog.listSchedules(publication.id)).length >= MOST_SCHEDULES) {
      throw new Refusal('conflict', `A publication has ${MOST_SCHEDULES} schedules at most. Remove one first.`);
    }
    const now = new Date(clock());
    const created = await catalog.createSchedule(publication.id, { ...asked, since: now, createdAt: now });
    logger.info({ publication: publication.publicId, schedule: created.publicId }, 'a schedule was created');
    return scheduleView(this.deps, publication, created, null);
  }

  @Patch(':schedule')
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'Change a schedule, pause it or let it go on',
    description:
      'What is left out stays as it is. What was due while it was paused, or by the times it had before, does not count any more. Further tries of a run that has begun go on.',
    body: updateScheduleRequest,
    answer: scheduleSchema,
    refusals: ['not_found'],
  })
  async update(
    @ThePublication() publication: Publication,
    @Param('schedule') id: string,
    @Body() { isPaused, ...asked }: z.output<typeof updateScheduleRequest>,
  ): Promise<ScheduleView> {
    const known = await this.#schedule(publication, id);
    await checkTerms(this.deps, publication, withoutAbsent(asked));
    const now = new Date(this.deps.clock());
    const isResumed = isPaused === false && known.pausedAt !== null;
    const isOtherwise = asked.cadence !== undefined && !isDeepStrictEqual(asked.cadence, termsOf(known).cadence);
    const changed = await this.deps.catalog.updateSchedule(publication.id, known.publicId, {
      ...withoutAbsent(asked),
      ...(isPaused === undefined ? {} : { pausedAt: isPaused ? (known.pausedAt ?? now) : null }),
      ...(isResumed || isOtherwise ? { since: now } : {}),
    });
    if (changed === null) throw gone();
    const { items } = await this.deps.catalog.listRuns(changed.publicId, { limit: 1 });
    return scheduleView(this.deps, publication, changed, items[0] ?? null);
  }

  @Delete(':schedule')
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'Remove a schedule with the list of its runs',
    description: 'What it exported stays in the log of exports.',
    status: 204,
    refusals: ['not_found'],
  })
  async remove(@ThePublication() publication: Publication, @Param('schedule') id: string): Promise<void> {
    const known = await this.#schedule(publication, id);
    await this.deps.catalog.deleteSchedule(publication.id, known.publicId);
    this.deps.logger.info({ publication: publication.publicId, schedule: id }, 'a schedule was removed');
  }

  @Get(':schedule/runs')
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'List the runs of a schedule, the latest first',
    query: listQuery,
    answer: scheduleRunList,
    refusals: ['not_found', 'invalid_cursor'],
  })
  async runs(
    @ThePublication() publication: Publication,
    @Param('schedule') id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<ScheduleRunList> {
    const { publicId } = await this.#schedule(publication, id);
    const page = await this.deps.catalog.listRuns(publicId, { limit, ...withoutAbsent({ cursor }) });
    return { items: page.items.map(runView), next: page.next };
  }

  @Post(':schedule/runs')
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'Carry a schedule out now, paused or not',
    description: 'The answer is the run as it begins: ask for the list of runs to see how it goes.',
    status: 201,
    answer: scheduleRunView,
    refusals: ['not_found'],
  })
  async runNow(@ThePublication() publication: Publication, @Param('schedule') id: string): Promise<ScheduleRunView> {
    const run = await this.scheduler.runNow(publication, await this.#schedule(publication, id));
    if (run === null) throw gone();
    return runView(run);
  }

  @Post(':schedule/runs/:run/retry')
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'Try a run once more that failed, waits, or of which nobody knows whether it arrived',
    description: 'A webhook has the same message id and a file the same name; an email is sent again.',
    answer: scheduleRunView,
    refusals: ['not_found', 'conflict'],
  })
  async retry(
    @ThePublication() publication: Publication,
    @Param('schedule') id: string,
    @Param('run') runId: string,
  ): Promise<ScheduleRunView> {
    const { catalog, clock } = this.deps;
    const { publicId } = await this.#schedule(publication, id);
    const run = isPublicId(runId) ? await catalog.findRun(publicId, runId) : null;
    if (run === null) throw new Refusal('not_found', 'This schedule has no such run.');
    const isAtRest = run.state === 'failed' || run.state === 'unknown' || run.state === 'waiting';
    const again = { state: 'waiting', nextAttemptAt: new Date(clock()), endedAt: null } as const;
    const changed = isAtRest ? await catalog.changeRun(run, again) : null;
    if (changed === null) {
      throw new Refusal('conflict', 'This run is under way, or has ended well. Look at the list again.');
    }
    this.scheduler.lookSoon();
    return runView(changed);
  }

  async #schedule(publication: Publication, id: string): Promise<Schedule> {
    const found = isPublicId(id) ? await this.deps.catalog.findSchedule(publication.id, id) : null;
    if (found === null) throw gone();
    return found;
  }
}

function gone(): Refusal {
  return new Refusal('not_found', 'This publication has no such schedule.');
}
