import { describe, expect, test } from '@jest/globals';
import { sessionCookie, sessionIn } from './cookie.ts';

const SECRET = 'A'.repeat(43);

describe('the session cookie', () => {
  test.each([
    ['alone', `readout_session=${SECRET}`, SECRET],
    ['among others', `theme=dark; readout_session=${SECRET}; x=1`, SECRET],
    ['not ours by its shape', 'readout_session=short', null],
    ['another name that ends like it', `xreadout_session=${SECRET}`, null],
    ['no cookie at all', undefined, null],
    ['nonsense', ';;=;', null],
  ])('is found: %s', (_, header, expected) => {
    expect(sessionIn(header)).toBe(expected);
  });

  test('is kept from scripts and other sites, and from plain http where the address is https', () => {
    expect(sessionCookie(SECRET, false)).toBe(
      `readout_session=${SECRET}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax`,
    );
    expect(sessionCookie(SECRET, true)).toMatch(/; Secure$/);
    expect(sessionCookie(null, false)).toContain('readout_session=; Path=/; Max-Age=0');
  });
});
