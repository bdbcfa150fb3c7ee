import type { Headers } from '../sequence.ts';
import type { Draw } from './draw.ts';
import { type Browser, chrome, edge, firefox, LANGUAGES, safari, samsungInternet } from './headers.ts';

export const language = (draw: Draw) => draw.pick(LANGUAGES);

export function desktopBrowser(draw: Draw): Browser {
  const tongue = language(draw);
  return draw.pick<() => Browser>([
    () => chrome(draw.pick(['windows', 'mac', 'linux']), draw.whole(126, 140), tongue),
    () => chrome('windows', draw.whole(126, 140), tongue),
    () => edge('windows', draw.whole(126, 140), tongue),
    () => firefox(draw.pick(['windows', 'linux', 'mac']), draw.whole(118, 142), tongue),
    () => safari('mac', draw.pick(['17.4', '17.6', '18.1', '18.5']), tongue),
  ])();
}

export function phoneBrowser(draw: Draw): Browser {
  const tongue = language(draw);
  return draw.pick<() => Browser>([
    () => safari('iphone', draw.pick(['17.4', '17.6', '18.1', '18.5']), tongue),
    () => chrome('android', draw.whole(126, 140), tongue),
    () => samsungInternet(draw.whole(25, 28), tongue),
  ])();
}

/** Safari on an iPhone of the last two years. */
export const iphoneSafari = (draw: Draw): Browser =>
  safari('iphone', draw.pick(['17.4', '17.6', '18.1', '18.5']), language(draw));

/** Apple Mail Privacy Protection's fetch of a remote image. */
export function appleProxy(draw: Draw): Headers {
  return {
    'user-agent': 'Mozilla/5.0',
    accept: '*/*',
    'accept-language': language(draw).split(';')[0] ?? 'en-US',
    'accept-encoding': 'gzip, deflate, br',
  };
}

export const GOOGLE_PROXY: Headers = {
  'user-agent': 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
  'accept-encoding': 'gzip, deflate, br',
};

export const GMAIL_PREFETCH: Headers = {
  'user-agent':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0',
  'accept-encoding': 'gzip, deflate, br',
};

export const YAHOO_PROXY: Headers = {
  'user-agent': 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
  accept: '*/*',
  'accept-encoding': 'gzip',
};

/** Classic Outlook on Windows draws mail with Word, which still calls itself Internet Explorer. */
export function outlookDesktop(draw: Draw): Headers {
  const build = draw.pick(['16.0.5056', '16.0.10730', '16.0.17328', '16.0.18025']);
  return draw.pick<Headers>([
    {
      accept: '*/*',
      'accept-encoding': 'gzip, deflate',
      'user-agent': `Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Win64; x64; Trident/7.0; .NET4.0C; .NET4.0E; .NET CLR 2.0.50727; .NET CLR 3.0.30729; .NET CLR 3.5.30729; Microsoft Outlook ${build}; ms-office; MSOffice 16)`,
    },
    {
      accept: '*/*',
      'user-agent': 'Mozilla/4.0 (compatible; ms-office; MSOffice 16)',
      'accept-encoding': 'gzip, deflate',
    },
    {
      accept: '*/*',
      'accept-encoding': 'gzip, deflate',
      'user-agent': `Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook ${build}; Pro)`,
    },
  ]);
}

/** Thunderbird's own fetch of a remote image. */
export function thunderbird(draw: Draw): Headers {
  const version = draw.pick(['102.15.1', '115.10.1', '128.4.0', '140.1.0']);
  const [major] = version.split('.');
  const system = draw.pick(['X11; Linux x86_64', 'Windows NT 10.0; Win64; x64', 'Macintosh; Intel Mac OS X 10.15']);
  return {
    'user-agent': `Mozilla/5.0 (${system}; rv:${major}.0) Gecko/20100101 Thunderbird/${version}`,
    accept: 'image/avif,image/webp,*/*',
    'accept-language': language(draw).replaceAll('0.9', '0.5'),
    'accept-encoding': 'gzip, deflate, br',
    'sec-fetch-dest': 'image',
    'sec-fetch-mode': 'no-cors',
    'sec-fetch-site': 'cross-site',
  };
}

/** Apple's mail program fetching an image itself, where privacy protection is off. */
export function appleMailDirect(draw: Draw, device: 'iphone' | 'mac'): Headers {
  const os = draw.pick(['16_7', '17_5', '17_6_1', '18_2']);
  const system =
    device === 'iphone' ? `iPhone; CPU iPhone OS ${os} like Mac OS X` : 'Macintosh; Intel Mac OS X 10_15_7';
  const tail = device === 'iphone' ? ' Mobile/15E148' : '';
  return {
    accept: 'image/webp,image/avif,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
    'user-agent': `Mozilla/5.0 (${system}) AppleWebKit/605.1.15 (KHTML, like Gecko)${tail}`,
    'accept-language': language(draw),
    'accept-encoding': 'gzip, deflate, br',
  };
}
