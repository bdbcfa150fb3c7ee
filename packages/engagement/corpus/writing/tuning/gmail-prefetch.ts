import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { GMAIL_PREFETCH, GOOGLE_PROXY, language } from '../people.ts';
import { GOOGLE, HOME, issue, open, PHONE, readsOn } from '../visit.ts';

export const gmailPrefetch: Family = {
  name: 'gmail-prefetch',
  variants: [
    {
      name: 'only',
      note: 'Google fetches images ahead, with its long outdated agent, and nobody comes.',
      copies: 4,
      write: (draw) => issue(draw, () => [open(draw.seconds(1, 1800), GMAIL_PREFETCH, GOOGLE, 'prefetched')]),
    },
    {
      name: 'then-click',
      note: 'Fetched ahead, so the opening itself shows nothing; the click is the first sign of a reader.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => [
          open(draw.seconds(1, 300), GMAIL_PREFETCH, GOOGLE, 'prefetched'),
          ...readsOn(draw, message, {
            from: draw.minutes(10, 900),
            headers: chrome(draw.pick(['android', 'windows']), draw.whole(126, 140), language(draw)).page('webmail'),
            where: draw.pick([HOME, PHONE]),
            count: draw.whole(1, 2),
          }),
        ]),
    },
    {
      name: 'then-opened',
      note: 'Fetched ahead and, hours later, once more through the image proxy as the reader opens.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => [
          open(draw.seconds(1, 300), GMAIL_PREFETCH, GOOGLE, 'prefetched'),
          open(draw.hours(1, 20), GOOGLE_PROXY, GOOGLE, 'proxied'),
        ]),
    },
  ],
};
