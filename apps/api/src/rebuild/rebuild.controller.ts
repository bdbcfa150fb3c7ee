import { Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { type JudgingStatus, judgingStatus } from '@readout/api-contract';
import { z } from 'zod';
import { Serves } from '../http/endpoint.ts';
import { Rebuilding } from './rebuilding.ts';

/** Of which publications verdicts are judged anew: of those last judged by other rules than now, or of all. */
const query = z.strictObject({ verdicts: z.enum(['outdated', 'all']).default('outdated') });

@Controller('api/v1/rebuild')
export class RebuildController {
  constructor(@Inject(Rebuilding) private readonly rebuilding: Rebuilding) {}

  @Get()
  @Serves({
    group: 'Rebuild',
    access: 'owner',
    summary: 'Say how making all figures anew stands',
    answer: judgingStatus,
  })
  read(): JudgingStatus {
    return this.rebuilding.status();
  }

  @Post()
  @Serves({
    group: 'Rebuild',
    access: 'owner',
    summary: 'Begin to judge history and to make all figures anew from the events',
    description:
      'First the opens and clicks of publications whose history was last judged by other rules than those of now are judged anew (`verdicts=all`: of all publications). The new figures are made beside those in use and take their place at once; events are counted meanwhile. Ask again for the progress.',
    query,
    answer: judgingStatus,
    status: 202,
    refusals: ['conflict'],
  })
  begin(@Query() { verdicts }: z.output<typeof query>): JudgingStatus {
    return this.rebuilding.begin({ verdicts });
  }
}
