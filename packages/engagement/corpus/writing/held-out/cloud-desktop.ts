import type { Family } from '../family.ts';
import { edge } from '../headers.ts';
import { desktopBrowser, language, outlookDesktop } from '../people.ts';
import { at, click, issue, open, readsOn } from '../visit.ts';

export const cloudDesktop: Family = {
  name: 'cloud-desktop',
  variants: [
    {
      name: 'outlook-in-the-cloud',
      note: 'The firm works on virtual desktops in a cloud: Outlook’s pixel and Edge’s clicks come from hosting, for several readers at once.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(4, 300);
          const where = at('hosting', 'shared-desktops', draw.whole(0, 5));
          return [
            open(opened, outlookDesktop(draw), { ...where, crowd: 0 }, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(7, 200),
              headers: edge('windows', 136, language(draw)).page('app'),
              where,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'quick',
      note: 'On a virtual desktop in a cloud, opened and clicked within half a minute of delivery.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.seconds(9, 16);
          const where = at('hosting', 'shared-desktops');
          return [
            open(opened, outlookDesktop(draw), where, 'human'),
            click(
              opened + draw.seconds(4, 14),
              draw.whole(1, message.links),
              edge('windows', 136, language(draw)).page('app'),
              where,
              'human',
            ),
          ];
        }),
    },
    {
      name: 'called-a-bot',
      note: 'The mail provider takes the cloud desktop for a machine; it is a reader with an hour between delivery and click.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(30, 300);
          const where = at('hosting', 'shared-desktops');
          return [
            { ...open(opened, outlookDesktop(draw), where, 'human'), said: 'bot' },
            ...readsOn(draw, message, {
              from: opened + draw.seconds(20, 200),
              headers: edge('windows', 136, language(draw)).page('app'),
              where,
              count: draw.whole(1, 2),
            }).map((one) => ({ ...one, said: 'bot' as const })),
          ];
        }),
    },
    {
      name: 'webmail-on-a-rented-desktop',
      note: 'One person’s rented desktop: browser, pixel and clicks all at one address in a data centre.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(4, 500);
          const browser = desktopBrowser(draw);
          const where = at('hosting', 'desktop');
          return [
            open(opened, browser.image('https://webmail.example.org/'), where, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(7, 200),
              headers: browser.page('webmail'),
              where,
              count: draw.whole(1, 4),
            }),
          ];
        }),
    },
  ],
};
