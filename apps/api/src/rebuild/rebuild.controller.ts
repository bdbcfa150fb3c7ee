import { Controller, Get, Inject, Post } from '@nestjs/common';
import { type RebuildStatus, rebuildStatus } from '@readout/api-contract';
import { Serves } from '../http/endpoint.ts';
import { Rebuilding } from './rebuilding.ts';

@Controller('api/v1/rebuild')
export class RebuildController {
  constructor(@Inject(Rebuilding) private readonly rebuilding: Rebuilding) {}

  @Get()
  @Serves({
    group: 'Rebuild',
    access: 'owner',
    summary: 'Say how making all figures anew stands',
    answer: rebuildStatus,
  })
  read(): RebuildStatus {
    return this.rebuilding.status();
  }

  @Post()
  @Serves({
    group: 'Rebuild',
    access: 'owner',
    summary: 'Begin to make all figures anew from the events',
    description:
      'The new ones are made beside those in use and take their place at once; events are counted meanwhile. Ask again for the progress.',
    answer: rebuildStatus,
    status: 202,
    refusals: ['conflict'],
  })
  begin(): RebuildStatus {
    return this.rebuilding.begin();
  }
}
