import type { Headers } from '../sequence.ts';

/** Accept-Language of people; gateways mostly send none, or the first. */
export const LANGUAGES = [
  'en-US,en;q=0.9',
  'en-GB,en;q=0.9,en-US;q=0.8',
  'de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7',
  'fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7',
  'nl-NL,nl;q=0.9,en;q=0.8',
  'es-ES,es;q=0.9,en;q=0.8',
  'pt-BR,pt;q=0.9,en-US;q=0.8,en;q=0.7',
  'sv-SE,sv;q=0.9,en;q=0.8',
] as const;

/** Where a navigation starts: `app` is a mail program outside the browser, `webmail` a page in it. */
type From = 'app' | 'webmail';

/** A browser as its requests look: for a page that was clicked, and for an image inside a webmail page. */
export interface Browser {
  readonly page: (from: From) => Headers;
  readonly image: (referer: string) => Headers;
}

interface ChromiumLook {
  readonly agent: string;
  readonly brands: string;
  readonly platform: string;
  readonly mobile: boolean;
  readonly language: string;
}

const CHROMIUM_PAGE =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7';
const CHROMIUM_IMAGE = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

function chromium({ agent, brands, platform, mobile, language }: ChromiumLook): Browser {
  const hints = {
    'sec-ch-ua': brands,
    'sec-ch-ua-mobile': mobile ? '?1' : '?0',
    'sec-ch-ua-platform': `"${platform}"`,
  };
  const common = { 'accept-encoding': 'gzip, deflate, br, zstd', 'accept-language': language };
  return {
    page: (from) => ({
      ...hints,
      'upgrade-insecure-requests': '1',
      'user-agent': agent,
      accept: CHROMIUM_PAGE,
      'sec-fetch-site': from === 'app' ? 'none' : 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-user': '?1',
      'sec-fetch-dest': 'document',
      ...common,
    }),
    image: (referer) => ({
      'sec-ch-ua-platform': hints['sec-ch-ua-platform'],
      'user-agent': agent,
      'sec-ch-ua': hints['sec-ch-ua'],
      'sec-ch-ua-mobile': hints['sec-ch-ua-mobile'],
      accept: CHROMIUM_IMAGE,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'image',
      referer,
      ...common,
    }),
  };
}

const SYSTEMS = {
  windows: { agent: 'Windows NT 10.0; Win64; x64', platform: 'Windows' },
  mac: { agent: 'Macintosh; Intel Mac OS X 10_15_7', platform: 'macOS' },
  linux: { agent: 'X11; Linux x86_64', platform: 'Linux' },
  android: { agent: 'Linux; Android 10; K', platform: 'Android' },
} as const;
export type System = keyof typeof SYSTEMS;

export function chromeAgent(system: System, version: number): string {
  const mobile = system === 'android' ? 'Mobile ' : '';
  return `Mozilla/5.0 (${SYSTEMS[system].agent}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 ${mobile}Safari/537.36`;
}

export function chrome(system: System, version: number, language: string): Browser {
  return chromium({
    agent: chromeAgent(system, version),
    brands: `"Chromium";v="${version}", "Not:A-Brand";v="24", "Google Chrome";v="${version}"`,
    platform: SYSTEMS[system].platform,
    mobile: system === 'android',
    language,
  });
}

/** `suffix` is what embeddings of Edge add, such as the new Outlook. */
export function edge(system: System, version: number, language: string, suffix = ''): Browser {
  return chromium({
    agent: `${chromeAgent(system, version)} Edg/${version}.0.0.0${suffix}`,
    brands: `"Not)A;Brand";v="8", "Chromium";v="${version}", "Microsoft Edge";v="${version}"`,
    platform: SYSTEMS[system].platform,
    mobile: false,
    language,
  });
}

export function samsungInternet(version: number, language: string): Browser {
  return chromium({
    agent: `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/${version}.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
    brands: `"Chromium";v="121", "Not A(Brand";v="99", "Samsung Internet";v="${version}.0"`,
    platform: 'Android',
    mobile: true,
    language,
  });
}

const PLAIN_PAGE = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

export function safariAgent(device: 'iphone' | 'ipad' | 'mac', version: string): string {
  const os = version.replace('.', '_');
  const [system, mobile] = {
    iphone: [`iPhone; CPU iPhone OS ${os} like Mac OS X`, 'Mobile/15E148 '],
    ipad: ['Macintosh; Intel Mac OS X 10_15_7', ''],
    mac: ['Macintosh; Intel Mac OS X 10_15_7', ''],
  }[device];
  return `Mozilla/5.0 (${system}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/${version} ${mobile}Safari/${device === 'iphone' ? '604.1' : '605.1.15'}`;
}

export function safari(device: 'iphone' | 'ipad' | 'mac', version: string, language: string): Browser {
  const agent = safariAgent(device, version);
  const common = { 'accept-language': language, 'accept-encoding': 'gzip, deflate, br' };
  return {
    page: (from) => ({
      'sec-fetch-dest': 'document',
      'user-agent': agent,
      accept: PLAIN_PAGE,
      'sec-fetch-site': from === 'app' ? 'none' : 'cross-site',
      'sec-fetch-mode': 'navigate',
      ...common,
      priority: 'u=0, i',
    }),
    image: (referer) => ({
      'sec-fetch-dest': 'image',
      'user-agent': agent,
      accept:
        'image/webp,image/avif,image/jxl,image/heic,image/heic-sequence,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
      referer,
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      ...common,
    }),
  };
}

const FIREFOX_SYSTEMS = {
  windows: 'Windows NT 10.0; Win64; x64',
  mac: 'Macintosh; Intel Mac OS X 10.15',
  linux: 'X11; Linux x86_64',
  android: 'Android 14; Mobile',
} as const;

export function firefox(system: System, version: number, language: string): Browser {
  const tail = system === 'android' ? `Gecko/${version}.0` : 'Gecko/20100101';
  const agent = `Mozilla/5.0 (${FIREFOX_SYSTEMS[system]}; rv:${version}.0) ${tail} Firefox/${version}.0`;
  const common = { 'accept-language': language.replaceAll('0.9', '0.8'), 'accept-encoding': 'gzip, deflate, br, zstd' };
  return {
    page: (from) => ({
      'user-agent': agent,
      accept: PLAIN_PAGE,
      ...common,
      'upgrade-insecure-requests': '1',
      'sec-fetch-dest': 'document',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-site': from === 'app' ? 'none' : 'cross-site',
      'sec-fetch-user': '?1',
      priority: 'u=0, i',
    }),
    image: (referer) => ({
      'user-agent': agent,
      accept: 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
      ...common,
      referer,
      'sec-fetch-dest': 'image',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-site': 'cross-site',
      priority: 'u=5, i',
    }),
  };
}

/** A web view inside an Android app, which names the app in `x-requested-with`; before about 2020 without Sec-Fetch. */
export function webView(device: string, version: string, app: string, language: string): Browser {
  const agent = `Mozilla/5.0 (Linux; Android ${device}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/${version} Mobile Safari/537.36`;
  const modern = Number.parseInt(version, 10) >= 80;
  const common = { 'x-requested-with': app, 'accept-encoding': 'gzip, deflate', 'accept-language': language };
  const fetchMeta = (mode: string, dest: string, site: string) =>
    modern ? { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest } : {};
  return {
    page: () => ({
      'upgrade-insecure-requests': '1',
      'user-agent': agent,
      accept: CHROMIUM_PAGE,
      ...fetchMeta('navigate', 'document', 'none'),
      ...common,
    }),
    image: () => ({
      'user-agent': agent,
      accept: modern ? CHROMIUM_IMAGE : 'image/webp,image/apng,image/*,*/*;q=0.8',
      ...fetchMeta('no-cors', 'image', 'cross-site'),
      ...common,
    }),
  };
}

/** What a program sends that takes a browser's agent but is none: no Sec-Fetch, no client hints, a short accept. */
export function pretender(agent: string, more: Headers = {}): Headers {
  return { 'user-agent': agent, accept: '*/*', ...more };
}
