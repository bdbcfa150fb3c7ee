import type { Family } from '../family.ts';
import { chrome, edge } from '../headers.ts';
import { desktopBrowser, language, outlookDesktop } from '../people.ts';
import { at, issue, open, readsOn } from '../visit.ts';

export const corporateVpn: Family = {
  name: 'corporate-vpn',
  variants: [
    {
      name: 'outlook',
      note: 'All traffic leaves through a data centre: Outlook’s pixel and Edge’s clicks come from a hosting network.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 500);
          const where = at('hosting', 'shared-vpn', draw.chance(0.3) ? draw.whole(1, 3) : 0);
          return [
            open(opened, outlookDesktop(draw), { ...where, crowd: 0 }, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(6, 240),
              headers: edge('windows', draw.whole(128, 140), language(draw)).page('app'),
              where,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
    {
      name: 'click-only',
      note: 'Images blocked and a VPN in a cloud: a single click from a hosting network, minutes after delivery.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          readsOn(draw, message, {
            from: draw.minutes(3, 500),
            headers: chrome('windows', draw.whole(128, 140), language(draw)).page('app'),
            where: at('hosting', 'shared-vpn'),
            count: draw.whole(1, 2),
          }),
        ),
    },
    {
      name: 'commercial-vpn',
      note: 'A VPN against snooping on the sofa; pixel and clicks from the same rented server.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(2, 900);
          const browser = desktopBrowser(draw);
          const where = at('hosting', 'shared-vpn');
          return [
            open(opened, browser.image('https://mail.zoho.eu/'), where, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(6, 240),
              headers: browser.page('webmail'),
              where,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
  ],
};
