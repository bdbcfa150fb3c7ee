import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { contentSecurityPolicy } from '../http/security-headers.ts';
import type { Opening } from './opening.ts';
import { unseen } from './unseen.ts';

/**
 * Serves the page of links without sign-in: the dashboard's one page, which asks for what is shown. It may stand within
 * pages of those sites alone that the link names. Of a link that opens nothing the page says so, under 404.
 */
export async function serveSharedPage(fastify: FastifyInstance, directory: string, opening: Opening): Promise<void> {
  const page = unseenPage(await readFile(join(directory, 'index.html'), 'utf8'));
  fastify.route({
    method: 'GET',
    url: '/s/*',
    config: {
      endpoint: {
        access: 'public',
        summary: 'What a link without sign-in shows',
        group: 'Sharing',
        undocumented: true,
      },
    },
    handler: async (request: FastifyRequest<{ Params: { '*': string } }>, reply) => {
      unseen(reply);
      const opened = await opening.find(
        request.params['*'].replace(/\/+$/, ''),
        request.raw.socket.remoteAddress ?? '',
      );
      const sites = opened?.link.sites ?? [];
      if (sites.length > 0) {
        // This header knows no list of sites; browsers that know the policy leave it unread.
        reply.raw.removeHeader('x-frame-options');
        // For pages that let in only what agrees to it.
        reply.header('cross-origin-resource-policy', 'cross-origin');
      }
      return reply
        .status(opened === null ? 404 : 200)
        .headers({ 'content-security-policy': contentSecurityPolicy(sites) })
        .type('text/html; charset=utf-8')
        .send(page);
    },
  });
}

/** The page of the dashboard, without what only those who sign in need. */
function unseenPage(html: string): string {
  return html
    .replace(/<link rel="preload"[^>]*>/, '')
    .replace(/<meta name="referrer"[^>]*>/, '')
    .replace(
      '<head>',
      '<head><meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">',
    );
}
