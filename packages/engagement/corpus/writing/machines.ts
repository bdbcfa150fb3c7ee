import type { Headers } from '../sequence.ts';
import type { Draw } from './draw.ts';
import { chrome, chromeAgent, pretender } from './headers.ts';

/** Browser agents that gateways claim: years old as often as recent. */
export function gatewayAgent(draw: Draw): string {
  return draw.pick([
    'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:89.0) Gecko/20100101 Firefox/89.0',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.88 Safari/537.36',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0.4472.124 Safari/537.36',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_6) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.88 Safari/537.36',
    chromeAgent('windows', 133),
  ]);
}

/** A scanner that fetches with a plain HTTP library under a browser's agent. */
export function plainGateway(draw: Draw): Headers {
  const agent = gatewayAgent(draw);
  return draw.pick<Headers>([
    pretender(agent, { 'accept-encoding': 'gzip, deflate' }),
    pretender(agent, { connection: 'close' }),
    {
      'user-agent': agent,
      accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
      'accept-encoding': 'gzip',
    },
    { 'user-agent': agent, accept: 'text/html', 'accept-language': 'en-us', 'accept-encoding': 'gzip, deflate' },
  ]);
}

/** A scanner that drives a real browser: complete headers, American English or none; only some act as if a person had clicked. */
export function browserGateway(draw: Draw): Headers {
  const page = chrome(draw.pick(['windows', 'linux']), draw.whole(112, 138), 'en-US,en;q=0.9').page('app');
  const { 'sec-fetch-user': _user, 'accept-language': _language, ...bare } = page;
  return draw.pick<Headers>([
    page,
    { ...bare, 'accept-language': 'en-US,en;q=0.9' },
    { ...bare, 'accept-language': 'en-US' },
    { ...bare, 'sec-fetch-user': '?1' },
  ]);
}

/** A robot that says who it is. */
export const robot = (agent: string): Headers => ({
  'user-agent': agent,
  accept: '*/*',
  'accept-encoding': 'gzip, deflate',
});
