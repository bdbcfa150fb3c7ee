import { Controller, Get, Inject } from '@nestjs/common';
import { type CollectionState, collectionState } from '@readout/api-contract';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Serves } from '../http/endpoint.ts';

@Controller('api/v1/collection')
export class CollectionController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Collection',
    access: 'owner',
    summary: 'Tell how much waits to be forwarded, and what happens when there is no room for more',
    answer: collectionState,
  })
  state(): Promise<CollectionState> {
    return this.deps.collection();
  }
}
