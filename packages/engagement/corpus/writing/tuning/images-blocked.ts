import type { Family } from '../family.ts';
import { desktopBrowser, phoneBrowser } from '../people.ts';
import { click, HOME, issue, PHONE, readsOn } from '../visit.ts';

export const imagesBlocked: Family = {
  name: 'images-blocked',
  variants: [
    {
      name: 'desktop-click',
      note: 'Images are blocked by the program or the employer; clicks are all that is seen of this reader.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.minutes(2, 1200),
            headers: desktopBrowser(draw).page('app'),
            where: HOME,
            count: draw.whole(1, 4),
          }),
        ),
    },
    {
      name: 'one-early-click',
      note: 'Without images, one link, two minutes after delivery.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          click(
            draw.seconds(45, 180),
            draw.whole(1, message.links),
            desktopBrowser(draw).page(draw.pick(['app', 'webmail'])),
            HOME,
            'human',
          ),
        ]),
    },
    {
      name: 'phone-click',
      note: 'Outlook for iPhone with images off: a tap from the mobile network.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.minutes(2, 1200),
            headers: phoneBrowser(draw).page('app'),
            where: PHONE,
            count: draw.whole(1, 2),
          }),
        ),
    },
  ],
};
