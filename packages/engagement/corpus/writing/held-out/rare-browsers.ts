import type { Headers } from '../../sequence.ts';
import type { Draw } from '../draw.ts';
import type { Family } from '../family.ts';
import { type Browser, chrome, firefox } from '../headers.ts';
import { language } from '../people.ts';
import { HOME, issue, open, readsOn } from '../visit.ts';

/** Browsers that few readers have, complete in their headers. */
function rareBrowser(draw: Draw): Browser {
  const version = draw.whole(122, 138);
  const tongue = language(draw);
  const base = chrome(draw.pick(['windows', 'mac', 'linux']), version, tongue);
  const renamed = (suffix: string, more: Headers): Browser => {
    const change = (headers: Headers): Headers => ({
      ...headers,
      'user-agent': `${headers['user-agent'] ?? ''}${suffix}`,
      ...more,
    });
    return { page: (from) => change(base.page(from)), image: (referer) => change(base.image(referer)) };
  };
  return draw.pick([
    renamed('', {
      'sec-gpc': '1',
      'sec-ch-ua': `"Chromium";v="${version}", "Not:A-Brand";v="24", "Brave";v="${version}"`,
    }),
    renamed(` OPR/${version - 14}.0.0.0`, {
      'sec-ch-ua': `"Not)A;Brand";v="99", "Opera";v="${version - 14}", "Chromium";v="${version}"`,
    }),
    renamed(' Vivaldi/6.9.3447.37', {}),
    firefox('linux', draw.whole(102, 115), tongue),
  ]);
}

export const rareBrowsers: Family = {
  name: 'rare-browsers',
  variants: [
    {
      name: 'webmail',
      note: 'Brave, Opera, Vivaldi or an old Firefox: pixel and clicks in one browser.',
      copies: 6,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 900);
          const browser = rareBrowser(draw);
          return [
            open(opened, browser.image('https://webmail.example.org/'), HOME, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(6, 200),
              headers: browser.page('webmail'),
              where: HOME,
              count: draw.whole(1, 4),
            }),
          ];
        }),
    },
    {
      name: 'gnome-web',
      note: 'A WebKit on Linux, images blocked, no Sec-Fetch.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) => {
          const headers = {
            accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
            'user-agent':
              'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Safari/605.1.15',
            'accept-language': language(draw),
            'accept-encoding': 'gzip, deflate',
          };
          return readsOn(draw, message, { from: draw.minutes(4, 900), headers, where: HOME, count: draw.whole(1, 2) });
        }),
    },
  ],
};
