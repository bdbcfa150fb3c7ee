import { randomInt } from 'node:crypto';
import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import {
  type CheckProgress,
  type ConnectionCheck,
  type Connections,
  checkProgress,
  connectionCheck,
  connections as connectionsSchema,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { type CheckId, checkOf, type ReaderId } from '@readout/events';
import { mintToken } from '@readout/tokens';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { connectionsOf } from './connections-of.ts';

const [FIRST, END] = [0x8000_0000, 0x1_0000_0000];
const NUMBER = /^\d{10}$/;

@Controller('api/v1/publications/:publication/connections')
export class ConnectionsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Connections',
    access: 'publication',
    summary: 'Tell when something last came from each source of events',
    description: 'Of what has just arrived at once; of anything older up to a minute late.',
    answer: connectionsSchema,
  })
  list(@ThePublication() publication: Publication): Promise<Connections> {
    return connectionsOf(this.deps, publication);
  }

  @Post('checks')
  @Serves({
    group: 'Connections',
    access: 'publication',
    summary: 'Begin to try out whether what is fetched arrives',
    description:
      'The answer holds the address of a pixel that belongs to no issue. Open it, or send it to yourself in a message: whatever fetches it first is seen by its progress. No figure counts it.',
    status: 201,
    answer: connectionCheck,
  })
  async begin(@ThePublication() { id: publication, publicId }: Publication): Promise<ConnectionCheck> {
    const id = randomInt(FIRST, END);
    const token = mintToken(await this.deps.catalog.signingKey(publication), id as ReaderId);
    return { id, pixel: `${this.deps.publicUrl}/o/${publicId}/${token}.gif` };
  }

  @Get('checks/:check')
  @Serves({
    group: 'Connections',
    access: 'publication',
    summary: 'Tell how far a try has come',
    answer: checkProgress,
    refusals: ['not_found'],
  })
  async progress(
    @ThePublication() { id: publication }: Publication,
    @Param('check') name: string,
  ): Promise<CheckProgress> {
    const check = known(name);
    const arrived = await this.deps.warehouse.arrivedCheck(publication, check);
    return {
      id: check,
      takenAt: arrived && new Date(arrived.taken).toISOString(),
      writtenAt: arrived && new Date(arrived.written).toISOString(),
    };
  }
}

function known(name: string): CheckId {
  const check = NUMBER.test(name) && Number(name) < END ? checkOf(Number(name)) : null;
  if (check !== null) return check;
  throw new Refusal('not_found', 'There is no such check. Begin one with POST …/connections/checks.');
}
