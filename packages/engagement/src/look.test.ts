import { describe, expect, test } from '@jest/globals';
import { clientOf } from './client.ts';
import { look } from './look.ts';

/** What is known where the client alone is asked. */
interface Fetch {
  readonly kind: 'opened' | 'clicked';
  readonly method: 'GET' | 'HEAD';
  readonly agent: string | undefined;
}

const judge = ({ kind, method, agent }: Fetch) =>
  look({
    kind,
    time: 0,
    link: 0,
    method,
    client: clientOf(agent),
    network: 'unknown',
    place: 0,
    shape: 0,
    said: 'nothing',
  });

const open = (agent: string | undefined): Fetch => ({ kind: 'opened', method: 'GET', agent });
const click = (agent: string | undefined): Fetch => ({ kind: 'clicked', method: 'GET', agent });

const GMAIL = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const GMAIL_PREFETCH =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0';
const YAHOO = 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const THUNDERBIRD = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.3.0';
const OUTLOOK =
  'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E; Microsoft Outlook 16.0.5266; ms-office; MSOffice 16)';

describe('a first look', () => {
  test.each([
    ['an Apple privacy prefetch', open('Mozilla/5.0'), 'prefetched', 'apple_privacy_protection'],
    ['a click by what calls itself just that', click('Mozilla/5.0'), 'unclear', 'bare_agent'],
    ['the Gmail proxy', open(GMAIL), 'proxied', 'gmail_proxy'],
    ['a Gmail prefetch', open(GMAIL_PREFETCH), 'prefetched', 'gmail_prefetch'],
    ['the Yahoo proxy', open(YAHOO), 'proxied', 'yahoo_proxy'],
    ['Firefox', open(FIREFOX), 'human', 'ordinary_client'],
    ['a click from Firefox', click(FIREFOX), 'human', 'ordinary_client'],
    ['an iPhone', open(IPHONE), 'human', 'ordinary_client'],
    ['Thunderbird', open(THUNDERBIRD), 'human', 'mail_client'],
    ['Outlook on Windows', open(OUTLOOK), 'human', 'mail_client'],
    ['a HEAD request from an ordinary browser', { ...click(FIREFOX), method: 'HEAD' }, 'scanner', 'head_request'],
    ['curl', click('curl/8.5.0'), 'scanner', 'known_crawler'],
    [
      'a search engine',
      click('Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'),
      'scanner',
      'known_crawler',
    ],
    ['no agent at all', click(undefined), 'unclear', 'no_agent'],
    ['an empty agent', open(''), 'unclear', 'no_agent'],
  ] as const)('%s', (_name, fetch, verdict, reason) => {
    expect(judge(fetch)).toMatchObject({ verdict, reasons: [reason] });
  });
});
