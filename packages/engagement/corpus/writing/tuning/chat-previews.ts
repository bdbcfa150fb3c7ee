import type { Family } from '../family.ts';
import { desktopBrowser, GOOGLE_PROXY, phoneBrowser } from '../people.ts';
import { at, click, GOOGLE, HOME, issue, open, PHONE } from '../visit.ts';

export const chatPreviews: Family = {
  name: 'chat-previews',
  variants: [
    {
      name: 'slack',
      note: 'The reader clicks, then pastes the tracked link into Slack, which looks at it for a preview.',
      copies: 5,
      write: (draw) =>
        issue(draw, (message) => {
          const opened = draw.minutes(5, 900);
          const clicked = opened + draw.seconds(8, 100);
          const link = draw.whole(1, message.links);
          return [
            open(opened, GOOGLE_PROXY, GOOGLE, 'proxied'),
            click(clicked, link, desktopBrowser(draw).page('webmail'), HOME, 'human'),
            click(
              clicked + draw.minutes(1, 30),
              link,
              {
                'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
                accept: 'text/html,application/xhtml+xml,*/*',
                range: 'bytes=0-32768',
                'accept-encoding': 'gzip, deflate',
              },
              at('hosting', 'shared-slack'),
              'scanner',
            ),
          ];
        }),
    },
    {
      name: 'teams-and-colleagues',
      note: 'Pasted into Teams: a preview from Microsoft, then two colleagues click within minutes.',
      copies: 4,
      write: (draw) =>
        issue(draw, (message) => {
          const pasted = draw.minutes(20, 900);
          const link = draw.whole(1, message.links);
          return [
            click(
              pasted,
              link,
              {
                'user-agent':
                  'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
                accept: '*/*',
              },
              at('hosting', 'shared-teams'),
              'scanner',
            ),
            click(
              pasted + draw.seconds(20, 200),
              link,
              desktopBrowser(draw).page('app'),
              at('other', 'shared-office'),
              'human',
            ),
            click(pasted + draw.seconds(201, 500), link, phoneBrowser(draw).page('app'), PHONE, 'human'),
          ];
        }),
    },
  ],
};
