import type { Family } from '../family.ts';
import { at, click, HOME, issue, open, sweep } from '../visit.ts';

export const httpLibraries: Family = {
  name: 'http-libraries',
  variants: [
    {
      name: 'script-over-all-links',
      note: 'A script takes the message apart and requests every link.',
      copies: 6,
      write: (draw) =>
        issue(draw, (message) =>
          sweep(draw, message, {
            from: draw.seconds(1, 900),
            over: draw.seconds(1, 30),
            headers: {
              'user-agent': draw.pick([
                'python-requests/2.31.0',
                'python-requests/2.32.3',
                'Go-http-client/1.1',
                'Go-http-client/2.0',
                'okhttp/4.10.0',
                'Python/3.9 aiohttp/3.8.1',
                'axios/1.7.2',
                'Java/17.0.9',
              ]),
              accept: '*/*',
              'accept-encoding': 'gzip, deflate',
            },
            where: at(draw.pick(['hosting', 'other']), 'machine'),
          }),
        ),
    },
    {
      name: 'curl-once',
      note: 'One curl, follow-up of a curious engineer or of a monitor; a program in any case.',
      copies: 3,
      write: (draw) =>
        issue(draw, (message) => [
          click(
            draw.minutes(5, 2000),
            draw.whole(1, message.links),
            { 'user-agent': draw.pick(['curl/7.88.1', 'curl/8.5.0', 'Wget/1.21.3']), accept: '*/*' },
            HOME,
            'scanner',
          ),
        ]),
    },
    {
      name: 'pixel-by-library',
      note: 'A mail archive’s job mirrors the images with a library.',
      copies: 2,
      write: (draw) =>
        issue(draw, () => [
          open(
            draw.minutes(1, 30),
            { 'user-agent': 'Go-http-client/2.0', 'accept-encoding': 'gzip' },
            at('hosting', 'machine'),
            'scanner',
          ),
        ]),
    },
  ],
};
