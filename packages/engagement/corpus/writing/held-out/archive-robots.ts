import type { Family } from '../family.ts';
import { robot } from '../machines.ts';
import { at, click, issue, sweep } from '../visit.ts';

export const archiveRobots: Family = {
  name: 'archive-robots',
  variants: [
    {
      name: 'archive-org',
      note: 'The issue was put on a public page; the Internet Archive follows its links a day later.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.hours(20, 60),
            over: draw.seconds(60, 600),
            headers: robot(
              draw.pick([
                'Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details/archive.org_bot)',
                'Mozilla/5.0 (compatible; special_archiver/3.1.1 +http://www.archive.org/details/archive.org_bot)',
              ]),
            ),
            where: at('hosting', 'shared-archive'),
          }),
        ),
    },
    {
      name: 'list-archive-crawled',
      note: 'Forwarded to a public mailing list, whose archive search engines crawl for days.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) =>
          draw
            .some(message.all, 5)
            .map((link) =>
              click(
                draw.hours(5, 90),
                link,
                robot(
                  draw.pick([
                    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
                    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36',
                    'Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)',
                  ]),
                ),
                at(draw.pick(['mail', 'hosting']), 'shared-crawler'),
                'scanner',
              ),
            ),
        ),
    },
  ],
};
