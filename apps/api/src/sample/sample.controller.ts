import { Controller, Delete, Get, Inject, Post } from '@nestjs/common';
import { type SampleStatus, sampleStatus } from '@readout/api-contract';
import { Serves } from '../http/endpoint.ts';
import { SampleLoader } from './sample-loader.ts';

@Controller('api/v1/sample')
export class SampleController {
  constructor(@Inject(SampleLoader) private readonly loader: SampleLoader) {}

  @Get()
  @Serves({
    group: 'Sample',
    access: 'owner',
    summary: 'Say whether the sample publication is there',
    answer: sampleStatus,
  })
  read(): SampleStatus {
    return this.loader.status();
  }

  @Post()
  @Serves({
    group: 'Sample',
    access: 'owner',
    summary: 'Begin to load the sample publication',
    description: 'Its events go through the log like any other. Ask again for the progress.',
    answer: sampleStatus,
    status: 202,
    refusals: ['conflict'],
  })
  load(): SampleStatus {
    // How it ends is told by the status; `begin` itself only throws where it does not begin.
    void this.loader.begin();
    return this.loader.status();
  }

  @Delete()
  @Serves({
    group: 'Sample',
    access: 'owner',
    summary: 'Begin to remove the sample publication with everything in it',
    description: 'Stops loading where that is under way.',
    answer: sampleStatus,
    status: 202,
  })
  remove(): SampleStatus {
    this.loader.remove().catch(() => {
      // Logged, and told by the status.
    });
    return this.loader.status();
  }
}
