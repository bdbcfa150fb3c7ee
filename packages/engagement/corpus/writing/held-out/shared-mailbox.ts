import type { Family } from '../family.ts';
import { safari } from '../headers.ts';
import { desktopBrowser, language, phoneBrowser } from '../people.ts';
import { at, click, HOME, issue, open, readsOn } from '../visit.ts';

export const sharedMailbox: Family = {
  name: 'shared-mailbox',
  variants: [
    {
      name: 'three-people',
      note: 'The editorial office’s mailbox is read by three people with different programs on one network within an hour.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const office = at('other', 'shared-office', draw.whole(0, 2));
          return [1, 2, 3].flatMap((person) => {
            const browser = desktopBrowser(draw);
            const opened = draw.minutes(5 * person, 60);
            return [
              open(opened, browser.image('https://webmail.example.org/'), { ...office, crowd: 0 }, 'human'),
              click(
                opened + draw.seconds(7, 90),
                draw.whole(1, message.links),
                browser.page('webmail'),
                office,
                'human',
              ),
            ];
          });
        }),
    },
    {
      name: 'family-tablet-and-phone',
      note: 'A couple shares an address: he taps on the phone at breakfast, she on the tablet at night.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          click(draw.minutes(2, 100), draw.whole(1, message.links), phoneBrowser(draw).page('app'), HOME, 'human'),
          ...readsOn(draw, message, {
            from: draw.hours(10, 15),
            headers: safari('ipad', '17.6', language(draw)).page('app'),
            where: HOME,
            count: 2,
          }),
        ]),
    },
  ],
};
