import { Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { type QuarantineList, quarantineList, type ReplayResult, replayResult } from '@readout/api-contract';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Serves } from '../http/endpoint.ts';
import { replayAll } from './replay-all.ts';

const query = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) });

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
  })
  async list(@Query() { limit }: z.output<typeof query>): Promise<QuarantineList> {
    const { total, records } = await this.deps.warehouse.quarantine({ limit });
    return {
      total,
      items: records.map(({ origin, reason, line, time }) => ({
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
