import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KEPT_HOST, referrerHost } from './referrer.ts';

test.each([
  ['https://www.linkedin.com/feed/?trk=1', 'linkedin.com'],
  ['https://T.co/AbC', 't.co'],
  ['news.example.', 'news.example'],
  ['www.news.example:8080/a', 'news.example'],
  ['https://bücher.example/lesen', 'xn--bcher-kva.example'],
  ['android-app://com.Google.android.gm/', 'com.google.android.gm'],
  ['', null],
  ['not a host', null],
  ['mailto:somebody@news.example', null],
  ['https://name:word@news.example/', null],
  ['javascript:alert(1)', null],
  ['about:blank', null],
  ['http://192.168.0.1/intranet', null],
  ['http://[2001:db8::1]/', null],
  ['http://intranet/wiki', null],
  [`https://${'a.'.repeat(200)}example/`, null],
])('of %s is kept: %s', (text, host) => {
  expect(referrerHost(text)).toBe(host);
});

test('whatever a page says, what is kept is a host or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
      const host = referrerHost(text);
      if (host !== null) expect(host).toMatch(KEPT_HOST);
    }),
  );
});
