import type { Family } from '../family.ts';
import { chrome } from '../headers.ts';
import { browserGateway } from '../machines.ts';
import { language } from '../people.ts';
import { at, click, head, issue, OFFICE, open, sweep } from '../visit.ts';

export const fraudReport: Family = {
  name: 'fraud-report',
  variants: [
    {
      name: 'public-scanners',
      note: 'Somebody hands a link to public link scanners, which all fetch it within minutes.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const link = draw.whole(1, message.links);
          const start = draw.hours(1, 30);
          return [
            click(
              start,
              link,
              {
                'user-agent': 'AppEngine-Google; (+http://code.google.com/appengine; appid: s~virustotalcloud)',
                accept: '*/*',
              },
              at('mail', 'shared-google'),
              'scanner',
            ),
            click(start + draw.seconds(2, 40), link, browserGateway(draw), at('hosting', 'cloud-1'), 'scanner'),
            head(
              click(
                start + draw.seconds(5, 90),
                link,
                { 'user-agent': 'python-requests/2.32.3', accept: '*/*' },
                at('hosting', 'cloud-2'),
                'scanner',
              ),
            ),
          ];
        }),
    },
    {
      name: 'report-button',
      note: 'The reader opens, takes it for fraud and reports it; a sandbox in a cloud then goes through all links.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(5, 300);
          const browser = chrome('windows', draw.whole(126, 140), language(draw));
          return [
            open(opened, browser.image('https://outlook.office.com/'), OFFICE, 'human'),
            ...sweep(draw, message, {
              from: opened + draw.seconds(40, 300),
              over: draw.seconds(5, 30),
              headers: browserGateway(draw),
              where: at('hosting', 'cloud'),
            }),
          ];
        }),
    },
  ],
};
