import { Controller, Get, Inject } from '@nestjs/common';
import { type Attention, attention } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { type Caller, TheCaller, ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { attentionOf } from './attention.ts';

@Controller('api/v1/publications/:publication/attention')
export class AttentionController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Overview',
    access: 'publication',
    summary: 'Tell what should be looked into, the most urgent first',
    description:
      'Nothing is claimed from too few figures. What concerns the whole installation (quarantine, waiting events) is told to the owner alone.',
    answer: attention,
  })
  attention(@ThePublication() publication: Publication, @TheCaller() caller: Caller): Promise<Attention> {
    return attentionOf(this.deps, publication, caller.kind === 'owner');
  }
}
