export const SESSION_COOKIE = 'readout_session';
export const SESSION_DAYS = 30;
const DAY_SECONDS = 86_400;
const VALUE = /^[A-Za-z0-9_-]{43}$/;

/** The session's secret in a Cookie header; null where there is none that could be ours. */
export function sessionIn(cookieHeader: string | undefined): string | null {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== SESSION_COOKIE) continue;
    const value = pair.slice(equals + 1).trim();
    if (VALUE.test(value)) return value;
  }
  return null;
}

/** A Set-Cookie header: the session for 30 days, or (null) its removal. */
export function sessionCookie(secret: string | null, secure: boolean): string {
  const age = secret === null ? 0 : SESSION_DAYS * DAY_SECONDS;
  return `${SESSION_COOKIE}=${secret ?? ''}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
