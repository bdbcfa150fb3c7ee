import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { DrawnPages, SERVER_SIDE } from './drawn-pages.ts';
import { Refusal } from './problem.ts';

const INDEX = 'index.html';
/** Vite puts a hash of the content into the names of these: they never change. */
const HASHED = 'assets/';
const YEAR_MS = 365 * 86_400_000;
const API = /^\/api(\/|$)/;

/** Serves the built dashboard: its files by name, and its one page for every other address that a browser opens. */
export async function serveDashboard(fastify: FastifyInstance, directory: string, logger: Logger): Promise<void> {
  const all = await filesIn(directory);
  const files: ReadonlySet<string> = new Set([...all].filter((path) => !path.startsWith(SERVER_SIDE)));
  const drawn = await DrawnPages.open(fastify, directory, all, logger);
  await fastify.register(staticFiles, { root: directory, serve: false, preCompressed: true });
  fastify.route({
    method: 'GET',
    url: '/*',
    config: { endpoint: { access: 'public', summary: 'The dashboard', group: 'Dashboard', undocumented: true } },
    handler: async (request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply) => {
      const path = request.params['*'];
      if (files.has(path)) {
        return path.startsWith(HASHED)
          ? reply.sendFile(path, { maxAge: YEAR_MS, immutable: true })
          : reply.header('cache-control', 'no-cache').sendFile(path, { cacheControl: false });
      }
      const [address = ''] = request.url.split('?', 1);
      if (
        API.test(address) ||
        path.startsWith(HASHED) ||
        !request.headers.accept?.includes('text/html') ||
        !files.has(INDEX)
      ) {
        throw new Refusal('not_found', 'There is nothing at this address.');
      }
      const page = drawn === null ? null : await drawn.pageFor(request);
      if (drawn !== null && page !== null) {
        // With somebody's figures in it: for them, and to be kept by nobody.
        reply.header('cache-control', 'no-store').header('content-security-policy', drawn.policy);
        return reply.type('text/html; charset=utf-8').send(page);
      }
      return reply.header('cache-control', 'no-cache').sendFile(INDEX, { cacheControl: false });
    },
  });
}

/** Paths with forward slashes. Only what was there at the start is ever served. */
async function filesIn(directory: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/')),
  );
}
