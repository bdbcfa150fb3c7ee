import type { Headers } from '../../sequence.ts';
import type { Draw } from '../draw.ts';
import type { Family } from '../family.ts';
import { desktopBrowser, language } from '../people.ts';
import { HOME, issue, open, readsOn } from '../visit.ts';

const WEBKIT_IMAGE = 'image/webp,image/avif,image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5';

/** Programs that draw mail with an engine of the system or their own. */
function rareProgram(draw: Draw): Headers {
  const common = { 'accept-language': language(draw), 'accept-encoding': 'gzip, deflate' };
  return draw.pick<Headers>([
    {
      'user-agent': 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Evolution/3.52.3',
      accept: WEBKIT_IMAGE,
      ...common,
    },
    { 'user-agent': 'Evolution/3.44.4', accept: '*/*', ...common },
    {
      'user-agent':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) KMail/6.0.1 QtWebEngine/6.6.2 Chrome/112.0.5615.213 Safari/537.36',
      accept: 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8',
      ...common,
    },
    {
      'user-agent':
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Mailspring/1.13.3 Chrome/112.0.5615.204 Electron/24.8.8 Safari/537.36',
      accept: 'image/avif,image/webp,*/*',
      'sec-fetch-dest': 'image',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-site': 'cross-site',
      ...common,
    },
    {
      'user-agent':
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) eM Client/9.2.2093 Chrome/109.0.5414.120 Safari/537.36',
      accept: 'image/avif,image/webp,*/*',
      ...common,
    },
    {
      'user-agent': 'Mozilla/5.0 (Windows; U; Windows NT 10.0; en-US) Postbox/7.0.60',
      accept: 'image/webp,*/*',
      ...common,
    },
    { 'user-agent': 'The Bat! 11.1', accept: '*/*' },
  ]);
}

export const rarePrograms: Family = {
  name: 'rare-mail-programs',
  variants: [
    {
      name: 'read',
      note: 'Read in a mail program that few people have; nothing clicked.',
      copies: 4,
      write: (draw) => issue(draw, () => [open(draw.minutes(1, 900), rareProgram(draw), HOME, 'human')]),
    },
    {
      name: 'read-and-click',
      note: 'Read in a rare program, links in the reader’s usual browser.',
      copies: 6,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(1, 900);
          return [
            open(opened, rareProgram(draw), HOME, 'human'),
            ...readsOn(draw, message, {
              from: opened + draw.seconds(6, 200),
              headers: desktopBrowser(draw).page('app'),
              where: HOME,
              count: draw.whole(1, 3),
            }),
          ];
        }),
    },
  ],
};
