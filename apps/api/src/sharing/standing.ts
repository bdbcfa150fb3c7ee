import type { ShareLink } from '@readout/catalog';

/** Whether a link opens at a moment. @param now UTC ms */
export function standingOf({ expiresAt, revokedAt }: ShareLink, now: number): 'open' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && expiresAt.getTime() <= now ? 'expired' : 'open';
}
