/** Whom an issue was for. */
export type Audience = 'everyone' | 'paying';

/**
 * An issue that went to no free reader, as far as standings are known, was for paying ones: they read more, so that it
 * is not compared with others. Null where nobody's standing is known.
 */
export function audienceOf(recipients: {
  readonly free: number;
  readonly trial: number;
  readonly premium: number;
}): Audience | null {
  if (recipients.free > 0) return 'everyone';
  return recipients.trial + recipients.premium > 0 ? 'paying' : null;
}
