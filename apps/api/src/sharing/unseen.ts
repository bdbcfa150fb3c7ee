import type { FastifyReply } from 'fastify';

/** Of everything behind a link without sign-in: found by no search engine, kept by nobody, its address told to no other site. */
export function unseen(reply: FastifyReply): void {
  reply.headers({
    'x-robots-tag': 'noindex, nofollow, noarchive',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
}
