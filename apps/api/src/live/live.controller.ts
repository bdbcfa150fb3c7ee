import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Publication } from '@readout/catalog';
import type { FastifyReply } from 'fastify';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { LiveStreams } from './live-streams.ts';

@Controller('api/v1/publications/:publication/live')
export class LiveController {
  constructor(@Inject(LiveStreams) private readonly streams: LiveStreams) {}

  @Get()
  @Serves({
    group: 'Live',
    access: 'publication',
    summary: 'Watch which issues have new figures (server-sent events)',
    description: 'First `ready`, then `changed` with {"issues": [ids]} whenever figures have changed.',
    mediaType: 'text/event-stream',
    refusals: ['unavailable'],
  })
  async watch(@ThePublication() publication: Publication, @Res() reply: FastifyReply): Promise<void> {
    if (reply.request.method === 'HEAD') {
      reply.type('text/event-stream').send('');
      return;
    }
    await this.streams.open(publication, reply.raw);
    reply.hijack();
  }
}
