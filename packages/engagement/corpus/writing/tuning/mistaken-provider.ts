import type { Family } from '../family.ts';
import { browserGateway } from '../machines.ts';
import { desktopBrowser, GOOGLE_PROXY, phoneBrowser } from '../people.ts';
import { at, click, GOOGLE, HOME, issue, open, PHONE, readsOn, sweep } from '../visit.ts';

/** The mail provider's word is one opinion among others. */
export const mistakenProvider: Family = {
  name: 'mistaken-provider',
  variants: [
    {
      name: 'reader-called-a-bot',
      note: 'A reader at home who opens two links quickly is reported as a bot by the mail provider.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(3, 300);
          const browser = desktopBrowser(draw);
          return [
            open(opened, browser.image('https://webmail.example.org/'), HOME, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(5, 30),
              headers: browser.page('webmail'),
              where: HOME,
              count: 2,
              pause: [1, 4],
            }).map((one) => ({ ...one, said: 'bot' as const })),
          ];
        }),
    },
    {
      name: 'phone-called-a-bot',
      note: 'Opened through Google and tapped on the phone; the provider’s report says bot for the tap.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(3, 300);
          const tap = click(
            opened + draw.seconds(5, 90),
            draw.whole(1, message.links),
            phoneBrowser(draw).page('app'),
            PHONE,
            'human',
          );
          return [open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'), { ...tap, said: 'bot' }];
        }),
    },
    {
      name: 'gateway-called-a-person',
      note: 'A gateway goes through all links in seconds, and the provider reports each as a person’s click.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(1, 20),
            over: draw.seconds(1, 9),
            headers: browserGateway(draw),
            where: at('hosting', 'shared-gateway', draw.whole(0, 6)),
          }).map((one) => ({ ...one, said: 'person' as const })),
        ),
    },
  ],
};
