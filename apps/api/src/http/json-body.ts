import type { FastifyInstance } from 'fastify';
import { Refusal } from './problem.ts';

/** Reads JSON bodies, and nothing else. An empty body is no body, whatever its content-type. */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    if (text === '') {
      done(null, undefined);
      return;
    }
    try {
      done(null, JSON.parse(text.toString()));
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
      done(new Refusal('malformed_request', `The body is not JSON: ${reason}`));
    }
  });
}
