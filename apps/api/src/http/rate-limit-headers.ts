import type { Quota, Standing } from './request-quota.ts';

/** The one policy that there is, as the headers call it. */
const POLICY = 'default';

/**
 * What a caller may do and what is left of it, as structured fields (RFC 9651) after the IETF's draft
 * draft-ietf-httpapi-ratelimit-headers: quota `q` in a window of `w` seconds, `r` requests left, all back in `t` seconds.
 */
export function rateLimitHeaders({ requests, windowSeconds }: Quota, standing: Standing): Record<string, string> {
  return {
    'ratelimit-policy': `"${POLICY}";q=${requests};w=${windowSeconds}`,
    ratelimit: `"${POLICY}";r=${standing.remaining};t=${standing.resetSeconds}`,
  };
}

/** The same as the OpenAPI document has them. */
export const RATE_LIMIT_HEADERS = {
  'RateLimit-Policy': {
    description:
      'How many requests (`q`) a key or a session may make in how many seconds (`w`). Not there: any number.',
    schema: { type: 'string' },
    example: '"default";q=6000;w=60',
  },
  RateLimit: {
    description: 'How many requests are left (`r`), and in how many seconds all of them are back (`t`).',
    schema: { type: 'string' },
    example: '"default";r=5993;t=41',
  },
} as const;
export const RETRY_AFTER_HEADER = {
  'Retry-After': {
    description: 'Seconds to wait before asking again.',
    schema: { type: 'string' },
    example: '41',
  },
} as const;
