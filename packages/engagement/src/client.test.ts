import { describe, expect, test } from '@jest/globals';
import crawlers from 'crawler-user-agents';
import { clientOf } from './client.ts';
import { look } from './look.ts';
import type { Seen } from './seen.ts';

const fetched = (agent: string, kind: Seen['kind']): Seen => ({
  kind,
  time: 0,
  link: kind === 'opened' ? 0 : 1,
  method: 'GET',
  client: clientOf(agent),
  network: 'other',
  place: 1,
  shape: 0,
  said: 'nothing',
});

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K)';
const PIXEL = 'Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP3A.240617.008; wv)';

const ORDINARY: readonly (readonly [label: string, agent: string])[] = [
  // Browsers on desktops.
  ['Chrome 142 / Windows', `${WINDOWS} ${BLINK} Chrome/142.0.0.0 Safari/537.36`],
  ['Chrome 142 / macOS', `${MAC} ${BLINK} Chrome/142.0.0.0 Safari/537.36`],
  ['Chrome 141 / Linux', `${LINUX} ${BLINK} Chrome/141.0.0.0 Safari/537.36`],
  ['Chrome 140 / ChromeOS', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/140.0.0.0 Safari/537.36`],
  ['Chrome 109 / Windows', `Mozilla/5.0 (Windows NT 6.1; Win64; x64) ${BLINK} Chrome/109.0.0.0 Safari/537.36`],
  ['Chrome 138 / Linux', `${LINUX} ${BLINK} Ubuntu Chromium/138.0.0.0 Chrome/138.0.0.0 Safari/537.36`],
  ['Edge 142 / Windows', `${WINDOWS} ${BLINK} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`],
  ['Edge 141 / macOS', `${MAC} ${BLINK} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`],
  ['Edge Legacy 18 / Windows', `${WINDOWS} ${BLINK} Chrome/70.0.3538.102 Safari/537.36 Edge/18.19582`],
  ['Opera 121 / Windows', `${WINDOWS} ${BLINK} Chrome/137.0.0.0 Safari/537.36 OPR/121.0.0.0`],
  ['Opera 12 / Windows', 'Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.18'],
  ['Vivaldi 7 / Linux', `${LINUX} ${BLINK} Chrome/138.0.0.0 Safari/537.36 Vivaldi/7.5.3735.58`],
  ['Yandex Browser 25 / Windows', `${WINDOWS} ${BLINK} Chrome/136.0.0.0 YaBrowser/25.6.0.0 Safari/537.36`],
  ['Whale 4 / Windows', `${WINDOWS} ${BLINK} Chrome/138.0.0.0 Whale/4.33.325.15 Safari/537.36`],
  ['DuckDuckGo 18 / macOS', `${MAC} ${WEBKIT} Version/18.5 Safari/605.1.15 Ddg/18.5`],
  ['Firefox 145 / Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'],
  ['Firefox 145 / macOS', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0'],
  ['Firefox 140 / Linux', 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['Firefox 115 / Windows', 'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:109.0) Gecko/20100101 Firefox/115.0'],
  ['SeaMonkey 2 / Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:91.0) Gecko/20100101 Firefox/91.0 SeaMonkey/2.53.19'],
  [
    'Pale Moon 33 / Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Goanna/6.7 Firefox/128.0 PaleMoon/33.7.0',
  ],
  ['Safari 18 / macOS', `${MAC} ${WEBKIT} Version/18.5 Safari/605.1.15`],
  ['Safari 15 / macOS', `${MAC} ${WEBKIT} Version/15.6.1 Safari/605.1.15`],
  ['Internet Explorer 11 / Windows', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
  ['Epiphany 605 / Linux', `${LINUX} ${WEBKIT} Version/18.0 Safari/605.1.15 Epiphany/605.1.15`],
  ['Falkon 23 / Linux', `${LINUX} ${BLINK} QtWebEngine/5.15.16 Falkon/23.08.5 Chrome/87.0.4280.144 Safari/537.36`],
  ['Konqueror 23 / Linux', `${LINUX} ${BLINK} Konqueror/23.08 Safari/537.36`],
  // Browsers on phones and tablets.
  ['Chrome 142 / Android', `${ANDROID} ${BLINK} Chrome/142.0.0.0 Mobile Safari/537.36`],
  ['Chrome 142 / iOS', `${IPHONE} ${WEBKIT} CriOS/142.0.7444.46 Mobile/15E148 Safari/604.1`],
  ['Edge 141 / Android', `${ANDROID} ${BLINK} Chrome/141.0.0.0 Mobile Safari/537.36 EdgA/141.0.0.0`],
  ['Edge 141 / iOS', `${IPHONE} ${WEBKIT} Version/18.0 EdgiOS/141.0.3537.71 Mobile/15E148 Safari/604.1`],
  ['Firefox 144 / Android', 'Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0'],
  ['Firefox 144 / iOS', `${IPHONE} ${WEBKIT} FxiOS/144.0 Mobile/15E148 Safari/605.1.15`],
  ['Safari 18 / iOS', `${IPHONE} ${WEBKIT} Version/18.5 Mobile/15E148 Safari/604.1`],
  ['Safari 17 / iOS', `${IPAD} ${WEBKIT} Version/17.6 Mobile/15E148 Safari/604.1`],
  ['Samsung Internet 28 / Android', `${ANDROID} ${BLINK} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`],
  ['Opera 90 / Android', `${ANDROID} ${BLINK} Chrome/137.0.0.0 Mobile Safari/537.36 OPR/90.0.0.0`],
  [
    'Silk 138 / Android',
    `Mozilla/5.0 (Linux; Android 11; KFTRWI) ${BLINK} Silk/138.4.1 like Chrome/138.0.7204.179 Safari/537.36`,
  ],
  [
    'UC Browser 13 / Android',
    `Mozilla/5.0 (Linux; U; Android 13; en-US; M2101K6G) ${BLINK} Version/4.0 Chrome/123.0 UCBrowser/13.8.2.1324 Mobile Safari/537.36`,
  ],
  [
    'MIUI Browser 14 / Android',
    `Mozilla/5.0 (Linux; U; Android 13; de-de; 22101316G) ${BLINK} Version/4.0 Chrome/112.0 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.6.1-gn`,
  ],
  ['DuckDuckGo 5 / Android', `${ANDROID} ${BLINK} Version/4.0 Chrome/138.0.0.0 Mobile DuckDuckGo/5 Safari/537.36`],
  // Browsers inside apps.
  ['Android web view 142 / Android', `${PIXEL} ${BLINK} Version/4.0 Chrome/142.0.7444.102 Mobile Safari/537.36`],
  [
    'Facebook app / iOS',
    `${IPHONE} ${WEBKIT} Mobile/15E148 [FBAN/FBIOS;FBAV/530.0.0.35.77;FBBV/795000000;FBDV/iPhone15,2;FBSS/3]`,
  ],
  [
    'Facebook app / Android',
    `${PIXEL} ${BLINK} Version/4.0 Chrome/142.0.7444.102 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/530.0.0.48.74;]`,
  ],
  [
    'Instagram app 405 / iOS',
    `${IPHONE} ${WEBKIT} Mobile/22F76 Instagram 405.0.0.23.72 (iPhone15,2; iOS 18_5; en_US; en; scale=3.00)`,
  ],
  ['LinkedIn app / iOS', `${IPHONE} ${WEBKIT} Mobile/15E148 Safari/604.1 [LinkedInApp]/9.31.1234`],
  ['WeChat 8 / iOS', `${IPHONE} ${WEBKIT} Mobile/15E148 MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/en`],
  ['Google app 384 / iOS', `${IPHONE} ${WEBKIT} GSA/384.0.789 Mobile/15E148 Safari/604.1`],
  // Text only.
  ['Lynx 2 / other', 'Lynx/2.9.2 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.0.13'],
  ['w3m 0 / other', 'w3m/0.5.3+git20230121'],
  ['ELinks 0 / Linux', 'ELinks/0.13.1 (textmode; Linux 6.1.0 x86_64; 120x40-2)'],
  ['Links 2 / Linux', 'Links (2.29; Linux 6.1.0 x86_64; GNU C 12.2; text)'],
  // Mail clients.
  ['Apple Mail / macOS', `${MAC} ${WEBKIT}`],
  ['Apple Mail / iOS', `${IPHONE} ${WEBKIT} Mobile/15E148`],
  ['Apple Mail / iOS', `${IPAD} ${WEBKIT} Mobile/15E148`],
  ['Thunderbird 140 / Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.3.0'],
  [
    'Thunderbird 128 / Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Thunderbird/128.14.0',
  ],
  [
    'Betterbird 128 / Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Betterbird/128.13.0',
  ],
  ['Postbox 7 / macOS', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:68.0) Gecko/20100101 PostboxApp/7.0.60'],
  [
    'Outlook 16 / Windows',
    'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E; Microsoft Outlook 16.0.5266; ms-office; MSOffice 16)',
  ],
  ['Outlook 16 / Windows', 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)'],
  ['Outlook 15 / Windows', 'Mozilla/4.0 (compatible; ms-office; MSOffice 15)'],
  ['Outlook 16 / macOS', `${MAC} ${WEBKIT} MacOutlook/16.89.24090815`],
  ['Outlook app / iOS', 'Outlook-iOS/723.4027091.prod.iphone (4.2521.0)'],
  ['Outlook app / Android', 'Outlook-Android/2.0'],
  ['eM Client 10 / Windows', 'eMClient/10.3.2619.0'],
  ['Mailbird 3 / Windows', `${WINDOWS} ${BLINK} Mailbird/3.0.28 Chrome/120.0.0.0 Safari/537.36`],
  ['Mailspring 1 / Linux', `${LINUX} ${BLINK} Mailspring/1.15.1 Chrome/124.0.6367.243 Electron/30.5.1 Safari/537.36`],
  ['Spark 3 / macOS', `${MAC} ${WEBKIT} Spark/3.21.1`],
  ['Airmail 5 / macOS', `Airmail 5 rv:730 (Macintosh; Mac OS X 15.5)`],
  ['Evolution 3 / Linux', 'Evolution/3.56.2 (X11; Linux x86_64)'],
  ['Geary 46 / Linux', `${LINUX} ${WEBKIT} Geary/46.0 Safari/605.1.15`],
  ['KMail 6 / Linux', `${LINUX} ${BLINK} QtWebEngine/6.8.2 KMail/6.4 Chrome/122.0.6261.171 Safari/537.36`],
  ['HCL Notes 14 / Windows', 'Mozilla/4.0 (compatible; HCL-Notes/14.0; Windows-NT)'],
  ['HCL Notes 6 / Windows', 'Mozilla/4.0 (compatible; Lotus-Notes/6.0; Windows-NT)'],
  [
    'Samsung Email 6 / Android',
    `Mozilla/5.0 (Linux; Android 14; SM-S918B; wv) ${BLINK} Version/4.0 Chrome/138.0 Mobile Safari/537.36 SamsungEmail/6.1.95`,
  ],
  ['Yahoo Mail app 7 / Android', 'YahooMobileMail/7.60.0 (Android Mail; 1.7.9) (SM-S918B; samsung; 14)'],
  [
    'K-9 Mail 8 / Android',
    `Mozilla/5.0 (Linux; Android 14; wv) ${BLINK} Version/4.0 Chrome/138.0 Mobile Safari/537.36 K-9 Mail/8.2`,
  ],
  ['FairEmail 1 / Android', 'FairEmail/1.2280 (Android 15)'],
  ['Nine / Android', `Nine (Android 14; SM-S918B)`],
  ['MailMate / macOS', 'MailMate/5673 (macOS 15.5)'],
  ['other / Linux', `${LINUX} Something/1.0`],
];

describe('clientOf', () => {
  test('knows over sixty ordinary clients', () => {
    expect(new Set(ORDINARY.map(([label]) => label)).size).toBeGreaterThanOrEqual(60);
  });

  test.each(ORDINARY)('%s is a person’s', (label, agent) => {
    expect(clientOf(agent)).toBe(label);
    expect(look(fetched(agent, 'opened')).verdict).toBe('human');
    expect(look(fetched(agent, 'clicked')).verdict).toBe('human');
  });

  test.each([
    ['Apple Mail privacy', 'Mozilla/5.0'],
    ['Gmail proxy', 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)'],
    ['Gmail prefetch', `${WINDOWS} ${BLINK} Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0`],
    ['Yahoo proxy', 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html'],
    ['HEY proxy', `hey.com/imageproxy ${LINUX} ${BLINK} Chrome/134.0.0.0 Safari/537.36`],
    ['Mail image proxy', 'SeznamEmailProxy/1.0'],
    ['curl', 'curl/8.5.0'],
    ['Googlebot', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['HeadlessChrome', `${LINUX} ${BLINK} HeadlessChrome/142.0.0.0 Safari/537.36`],
    ['Barracuda', 'Mozilla/5.0 (compatible; Barracuda Sentinel (EE))'],
    ['', ''],
    ['', '   '],
  ])('%s is read off its agent', (label, agent) => {
    expect(clientOf(agent)).toBe(label);
  });

  test('no agent gives an empty label', () => {
    expect(clientOf(undefined)).toBe('');
  });

  test('a program that nobody knows is neither a reader’s nor a scanner’s for certain', () => {
    const agent = 'Something/1.0';
    expect(clientOf(agent)).toBe('program / other');
    expect(look(fetched(agent, 'clicked'))).toMatchObject({ verdict: 'unclear', reasons: ['unknown_program'] });
  });

  test('labels hold no text that a client may choose freely', () => {
    expect(clientOf(`${WINDOWS} Chrome/99999999.0 Safari/537.36`)).toBe('Chrome / Windows');
    expect(clientOf('Secret / Windows')).toBe('other / Windows');
  });
});

describe('all agents of crawler-user-agents', () => {
  const agents = crawlers.flatMap(({ pattern, instances }) => instances.map((agent) => ({ pattern, agent })));
  // The list holds the proxies of Gmail and Yahoo too: no crawlers, and no reader's own client either.
  const proxies = new Set(['GoogleImageProxy', 'YahooMailProxy']);

  test('are machines: scanners for certain, apart from the two image proxies', () => {
    expect(agents.length).toBeGreaterThan(2000);
    for (const kind of ['opened', 'clicked'] as const) {
      const missed = agents.filter(({ pattern, agent }) => {
        const { verdict, reasons } = look(fetched(agent, kind));
        if (proxies.has(pattern)) return verdict !== (kind === 'opened' ? 'proxied' : 'human');
        return verdict !== 'scanner' || reasons[0] !== 'known_crawler';
      });
      expect(missed).toEqual([]);
    }
  });
});
