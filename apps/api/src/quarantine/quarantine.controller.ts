import { Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { type QuarantineList, quarantineList, type ReplayResult, replayResult } from '@readout/api-contract';
import { invalidCursor } from '@readout/catalog';
import type { Origin } from '@readout/events';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Serves } from '../http/endpoint.ts';
import { pageQueryOf, readNumbers, writeCursor } from '../http/pages.ts';
import { replayAll } from './replay-all.ts';

const LIST = 'quarantine';
const query = pageQueryOf(50);

@Controller('api/v1/quarantine')
export class QuarantineController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Quarantine',
    access: 'owner',
    summary: 'List events that could not be understood, newest first',
    query,
    answer: quarantineList,
    refusals: ['invalid_cursor'],
  })
  async list(@Query() { limit, cursor }: z.output<typeof query>): Promise<QuarantineList> {
    // One more than asked for tells whether there is another page.
    const { total, records } = await this.deps.warehouse.quarantine({
      limit: limit + 1,
      ...(cursor === undefined ? {} : { before: placeOf(cursor) }),
    });
    const shown = records.slice(0, limit);
    const last = shown.at(-1)?.origin;
    return {
      total,
      next:
        records.length > limit && last !== undefined
          ? writeCursor(LIST, last.partition, last.collector, last.position)
          : null,
      items: shown.map(({ origin, reason, line, time }) => ({
        ...origin,
        reason,
        line,
        time: new Date(time).toISOString(),
      })),
    };
  }

  @Post('replay')
  @Serves({
    group: 'Quarantine',
    access: 'owner',
    summary: 'Try again what could not be understood',
    description:
      'Puts everything that is in quarantine into the event log once more, for when what was wrong has been mended: a newer Readout that knows the version, a publication that is in the catalog again. What is understood now is counted, once however often this is called; what is not comes back into quarantine with its reason.',
    answer: replayResult,
    refusals: ['log_unavailable'],
  })
  async replay(): Promise<ReplayResult> {
    const result = await replayAll(this.deps);
    this.deps.logger.info(result, 'the quarantine is replayed');
    return result;
  }
}

/** The last record of a page. @throws {InvalidCursorError} */
function placeOf(cursor: string): Origin {
  const [partition = -1, collector = -1, position = -1] = readNumbers(LIST, cursor);
  const isOne = partition >= 0 && partition <= 0xffff && collector >= 0 && collector <= 0xffff_ffff && position >= 0;
  if (!isOne) throw invalidCursor();
  return { partition, collector, position };
}
