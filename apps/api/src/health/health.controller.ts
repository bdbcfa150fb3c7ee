import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES, type Readiness } from '../dependencies.ts';
import { Serves } from '../http/endpoint.ts';

const alive = z.object({ ok: z.literal(true) });
const readiness = z.object({ ok: z.boolean(), checks: z.record(z.string(), z.string()) });

@Controller()
export class HealthController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('healthz')
  @Serves({ group: 'Health', access: 'public', summary: 'Say that the process runs', answer: alive })
  alive(): z.output<typeof alive> {
    return { ok: true };
  }

  @Get('readyz')
  @Serves({
    group: 'Health',
    access: 'public',
    summary: 'Say whether what the process needs is there; 503 where it is not',
    answer: readiness,
    failureStatus: 503,
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const state = await this.deps.ready();
    reply.status(state.ok ? 200 : 503).header('cache-control', 'no-store');
    return state;
  }

  @Get('metrics')
  @Serves({
    group: 'Health',
    access: 'operator',
    summary: 'Read the metrics, in the text format of Prometheus',
    description: "From the machine itself (not through a proxy), or with an owner's key.",
    mediaType: 'text/plain',
  })
  async metrics(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.type('text/plain; version=0.0.4; charset=utf-8');
    return this.deps.metrics();
  }
}
