import type { Family } from '../family.ts';
import { robot } from '../machines.ts';
import { desktopBrowser } from '../people.ts';
import { at, click, HOME, issue, open, sweep } from '../visit.ts';

export const newsletterToFeed: Family = {
  name: 'newsletter-to-feed',
  variants: [
    {
      name: 'images-mirrored',
      note: 'A service turns the newsletter into a feed and mirrors its images on arrival, for whoever may read.',
      copies: 3,
      write: (draw) =>
        issue(draw, () => [
          open(
            draw.seconds(1, 90),
            robot(
              draw.pick([
                'Feedbin feed-id:1373711 - 142 subscribers',
                'Feedly/1.0 (+http://www.feedly.com/fetcher.html; like FeedFetcher-Google)',
                'Inoreader/1.0 (+https://www.inoreader.com/feed-fetcher)',
              ]),
            ),
            at('hosting', 'shared-feed'),
            'prefetched',
          ),
        ]),
    },
    {
      name: 'read-in-a-feed-reader',
      note: 'Mirrored on arrival; days later somebody clicks out of the feed reader.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          open(
            draw.seconds(1, 90),
            robot('Feedbin feed-id:1373711 - 142 subscribers'),
            at('hosting', 'shared-feed'),
            'prefetched',
          ),
          click(draw.hours(1, 70), draw.whole(1, message.links), desktopBrowser(draw).page('webmail'), HOME, 'human'),
        ]),
    },
    {
      name: 'excerpts-fetched',
      note: 'A read-later service fetches the pages behind all links to extract their text.',
      copies: 2,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(5, 120),
            over: draw.seconds(10, 60),
            headers: robot(
              draw.pick([
                'Mozilla/5.0 (compatible; Miniflux/2.1.3; +https://miniflux.app)',
                'PocketParser/2.0 (+https://getpocket.com/pocketparser_ua)',
              ]),
            ),
            where: at('hosting', 'shared-feed'),
          }),
        ),
    },
  ],
};
