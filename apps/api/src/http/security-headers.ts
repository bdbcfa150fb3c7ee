import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** @param ancestors origins whose pages may show ours within theirs; none: nobody may */
export function contentSecurityPolicy(ancestors: readonly string[]): string {
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors.join(' ')}`,
  ].join('; ');
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy([]),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
};

/** The policy of a page that has one script in itself, which is known by what it is: no other one runs there. */
export function policyWith(script: string): string {
  return `${contentSecurityPolicy([])}; script-src 'self' 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** Set on the bare response before anything else, so that errors and streams carry them too. */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}
