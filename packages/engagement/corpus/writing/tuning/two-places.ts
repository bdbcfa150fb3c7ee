import type { Family } from '../family.ts';
import { desktopBrowser, GOOGLE_PROXY, phoneBrowser } from '../people.ts';
import { click, GOOGLE, HOME, issue, open, PHONE, readsOn } from '../visit.ts';

export const twoPlaces: Family = {
  name: 'two-places',
  variants: [
    {
      name: 'phone-then-laptop',
      note: 'Skimmed on the phone on the way, read on the laptop at night.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const browser = desktopBrowser(draw);
          const night = draw.hours(6, 13);
          return [
            open(draw.minutes(2, 200), GOOGLE_PROXY, GOOGLE, 'proxied'),
            click(draw.minutes(201, 210), draw.whole(1, message.links), phoneBrowser(draw).page('app'), PHONE, 'human'),
            open(night, GOOGLE_PROXY, GOOGLE, 'proxied'),
            ...readsOn(draw, message, {
              from: night + draw.seconds(10, 200),
              headers: browser.page('webmail'),
              where: HOME,
              count: 2,
            }),
          ];
        }),
    },
    {
      name: 'both-within-a-minute',
      note: 'Tapped on the phone, found too small, clicked again on the laptop half a minute later.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const first = draw.minutes(2, 900);
          const link = draw.whole(1, message.links);
          return [
            click(first, link, phoneBrowser(draw).page('app'), PHONE, 'human'),
            click(first + draw.seconds(18, 55), link, desktopBrowser(draw).page('webmail'), HOME, 'human'),
          ];
        }),
    },
  ],
};
