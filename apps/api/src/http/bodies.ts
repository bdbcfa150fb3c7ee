import type { FastifyInstance } from 'fastify';
import { CsvBody } from './csv-body.ts';
import { Refusal } from './problem.ts';

/** Reads JSON bodies, and nothing else but CSV where a route takes that. An empty body is no body, whatever its content-type. */
export function readBodies(fastify: FastifyInstance): void {
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
  fastify.addContentTypeParser('application/octet-stream', (request, stream, done) => {
    if (request.routeOptions.config.endpoint?.bytes === true) done(null, stream);
    else
      done(
        new Refusal('unsupported_media_type', 'Send the body as JSON, with the header content-type: application/json.'),
      );
  });
  fastify.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (request, bytes, done) => {
    if (request.routeOptions.config.endpoint?.csv !== true) {
      done(
        new Refusal('unsupported_media_type', 'Send the body as JSON, with the header content-type: application/json.'),
      );
      return;
    }
    try {
      done(
        null,
        bytes.length === 0
          ? undefined
          : new CsvBody(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes))),
      );
    } catch {
      done(new Refusal('malformed_request', 'The file is not UTF-8. Save it as “CSV UTF-8” and try again.'));
    }
  });
}
