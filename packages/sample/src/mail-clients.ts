import { pick, type Random } from './random.ts';

/** How a client's pixel fetches reach us. */
export type MailClientKind = 'apple_privacy' | 'gmail' | 'yahoo' | 'direct' | 'gateway';

export interface MailClient {
  readonly kind: MailClientKind;
  /** Share of readers, of a sum of 1. */
  readonly share: number;
  /** Share of its users for whom pixels are never fetched. */
  readonly imagesBlocked: number;
  /** What the pixel is fetched with. */
  readonly agent: string;
  /** What its users' clicks come from. */
  readonly browsers: readonly string[];
}

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';
const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const EDGE = `${WINDOWS} Edg/141.0.0.0`;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const OUTLOOK =
  'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E; Microsoft Outlook 16.0.5266; ms-office; MSOffice 16)';

/** Gmail fetches a small share of pixels ahead of the reader, always with this agent. */
export const GMAIL_PREFETCH_AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0';

const MAIL_CLIENTS: readonly MailClient[] = [
  {
    kind: 'apple_privacy',
    share: 0.4,
    imagesBlocked: 0.02,
    agent: 'Mozilla/5.0',
    browsers: [IPHONE, IPHONE, IPHONE, MAC],
  },
  {
    kind: 'gmail',
    share: 0.35,
    imagesBlocked: 0.03,
    agent: 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
    browsers: [ANDROID, ANDROID, ANDROID, WINDOWS, WINDOWS, IPHONE, MAC, FIREFOX],
  },
  {
    kind: 'yahoo',
    share: 0.05,
    imagesBlocked: 0.03,
    agent: 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
    browsers: [WINDOWS, ANDROID, IPHONE],
  },
  { kind: 'direct', share: 0.06, imagesBlocked: 0.35, agent: OUTLOOK, browsers: [EDGE, WINDOWS] },
  {
    kind: 'direct',
    share: 0.02,
    imagesBlocked: 0.5,
    agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.3.0',
    browsers: [FIREFOX],
  },
  {
    kind: 'direct',
    share: 0.04,
    imagesBlocked: 0.05,
    agent:
      'Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP4A.250205.002; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.7390.97 Mobile Safari/537.36',
    browsers: [ANDROID],
  },
  {
    kind: 'direct',
    share: 0.03,
    imagesBlocked: 0.05,
    agent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    browsers: [IPHONE],
  },
  { kind: 'gateway', share: 0.05, imagesBlocked: 0.3, agent: OUTLOOK, browsers: [EDGE, WINDOWS] },
];

/** A kind of security gateway: how it asks for links, and with which agents (undefined: with none at all). */
export interface Gateway {
  readonly linkMethod: 'GET' | 'HEAD';
  readonly agents: readonly (string | undefined)[];
}

export const GATEWAYS: readonly Gateway[] = [
  {
    linkMethod: 'GET',
    agents: [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/103.0.5060.134 Safari/537.36',
      'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.88 Safari/537.36',
    ],
  },
  {
    linkMethod: 'HEAD',
    agents: [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/97.0.4692.71 Safari/537.36 Edg/97.0.1072.55',
    ],
  },
  {
    linkMethod: 'GET',
    agents: [
      undefined,
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/119.0.0.0 Safari/537.36',
    ],
  },
];

export function pickMailClient(random: Random): MailClient {
  return pick(
    random,
    MAIL_CLIENTS,
    MAIL_CLIENTS.map(({ share }) => share),
  );
}
