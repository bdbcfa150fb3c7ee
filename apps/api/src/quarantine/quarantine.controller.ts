import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type QuarantineList, quarantineList } from '@readout/api-contract';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Serves } from '../http/endpoint.ts';

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
}
