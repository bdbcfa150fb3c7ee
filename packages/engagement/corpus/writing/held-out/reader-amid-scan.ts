import type { Family } from '../family.ts';
import { safari } from '../headers.ts';
import { browserGateway, plainGateway } from '../machines.ts';
import { desktopBrowser, language } from '../people.ts';
import { at, click, HOME, issue, open, PHONE, sweep } from '../visit.ts';

export const readerAmidScan: Family = {
  name: 'reader-amid-scan',
  variants: [
    {
      name: 'quick-reader',
      note: 'The gateway takes two minutes over the links and the reader clicks in the middle of it.',
      copies: 5,
      write: (draw) =>
        issue(
          draw,
          (message) => {
            const opened = draw.seconds(30, 70);
            const browser = desktopBrowser(draw);
            return [
              ...sweep(draw, message, {
                from: draw.seconds(2, 9),
                over: draw.seconds(90, 150),
                headers: plainGateway(draw),
                where: at('hosting', 'shared-gateway', draw.whole(0, 5)),
              }),
              open(opened, browser.image('https://outlook.office.com/'), HOME, 'human'),
              click(opened + draw.seconds(4, 15), draw.whole(1, message.links), browser.page('webmail'), HOME, 'human'),
            ];
          },
          { links: [6, 14] },
        ),
    },
    {
      name: 'phone-at-once',
      note: 'The gateway is done in three seconds; five seconds later the reader taps on the phone, images off.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          ...sweep(draw, message, {
            from: draw.ms(300, 1_000),
            over: draw.seconds(1, 2),
            headers: browserGateway(draw),
            where: at('hosting', 'cloud'),
          }),
          click(
            draw.seconds(8, 15),
            draw.whole(1, message.links),
            safari('iphone', '18.5', language(draw)).page('app'),
            PHONE,
            'human',
          ),
        ]),
    },
  ],
};
