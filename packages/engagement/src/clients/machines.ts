import crawlers from 'crawler-user-agents';
import { isbotPattern } from 'isbot';

/**
 * Patterns of the crawler list that also fit people: the build number of phones that many own, and the browser inside
 * Facebook's app. Of these only the very agents that were seen crawling count.
 */
const TOO_WIDE = new Set(['AP3A\\.240617\\.008', 'MetaIAB Facebook']);

/** Proxies that the crawler list holds too, see `proxies.ts`. */
const NOT_CRAWLERS = new Set(['GoogleImageProxy', 'YahooMailProxy']);

/** Gateways that say who they are, by their vendors' names (live-direct-marketing.online, a field guide). */
const GATEWAYS =
  /\b(Barracuda|Proofpoint|Mimecast|IronPort|CiscoSecureEmail|Cisco Secure|TMES|TrendMicro|FortiGuard|FortiMail|Sophos|MessageLabs|Symantec|Hornetsecurity|SafeLinks|URLDefense)\b/i;

interface Crawler {
  readonly name: string;
  readonly fits: (agent: string) => boolean;
}

const CRAWLERS: readonly Crawler[] = crawlers
  .filter(({ pattern }) => !NOT_CRAWLERS.has(pattern))
  .map(({ pattern, instances }) => ({ name: nameOf(pattern, instances), fits: matcher(pattern, instances) }));

/** The name of the machine that a user agent belongs to by its own word; null where it says no such thing. 50 µs. */
export function machineOf(agent: string): string | null {
  const gateway = GATEWAYS.exec(agent)?.[1];
  if (gateway !== undefined) return gateway;
  const crawler = CRAWLERS.find(({ fits }) => fits(agent));
  if (crawler !== undefined) return crawler.name;
  const pattern = isbotPattern(agent);
  return pattern === null || isByLooks(pattern) ? null : 'bot';
}

/** Whether a user agent has the looks of a program without a browser in it, such as `Something/1.0`. */
export function looksLikeProgram(agent: string): boolean {
  const pattern = isbotPattern(agent);
  return pattern !== null && isByLooks(pattern);
}

/** Those of isbot's patterns that describe a form, from the beginning of an agent on, instead of naming somebody. */
function isByLooks(pattern: string): boolean {
  return pattern.startsWith('^');
}

/** Most patterns are plain text, which is found far faster as such. */
function matcher(pattern: string, instances: readonly string[]): Crawler['fits'] {
  if (TOO_WIDE.has(pattern)) {
    const exactly = new Set(instances);
    return (agent) => exactly.has(agent);
  }
  const text = plain(pattern);
  if (text !== null) return (agent) => agent.includes(text);
  const expression = new RegExp(pattern);
  return (agent) => expression.test(agent);
}

/** The text that a pattern stands for, where it holds nothing but text. */
function plain(pattern: string): string | null {
  if (/[()[\]|*+?^${}]/.test(pattern.replace(/\\[^a-z]/gi, ''))) return null;
  return pattern.replace(/\\([^a-z])/gi, '$1');
}

/** A short name without a slash, see `client.ts`. */
function nameOf(pattern: string, instances: readonly string[]): string {
  const name = plain(pattern) ?? /[A-Za-z][\w. -]*/.exec(instances[0] ?? '')?.[0] ?? 'bot';
  return name.replaceAll('/', ' ').trim().slice(0, 40) || 'bot';
}
