import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { problemOf, Refusal, statusOf } from './problem.ts';
import { refusalOf } from './refusal-of.ts';

const INTERNAL = 'The request was not carried out. The log of the server has the reason.';

/** Every error leaves through here, as problem+json; what nobody expected is logged and told without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const expected = refusalOf(error);
    if (expected === null) {
      this.logger.error({ err: error, method: request.method, route: request.routeOptions?.url }, 'a request failed');
    }
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const refusal = expected ?? new Refusal('internal', INTERNAL);
    for (const [name, value] of Object.entries(refusal.more.headers ?? {})) reply.header(name, value);
    reply
      .status(statusOf(refusal.code))
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf(refusal)));
  }
}
