import { HEADER_SHAPE } from '@readout/events';
import type { Traits } from '../client-traits.ts';
import type { Seen } from '../seen.ts';
import type { CertainRule, SceneRule, WeighingRule } from './rule.ts';

const has = (seen: Seen, bit: number) => (seen.shape & bit) !== 0;
const recorded = (seen: Seen) => has(seen, HEADER_SHAPE.known);
const language = (seen: Seen) => has(seen, HEADER_SHAPE.acceptLanguage);
/** Programs that, when they follow a link, do it as browsers do. */
const browses = (client: Traits) => client.kind === 'browser' || client.kind === 'app' || client.kind === 'other';

// It asks for headers without what they belong to (RFC 9110 §9.3.2): nothing that could be read comes back, so it is
// nobody's reading, whoever sent it. Not held against other fetches of the same client by itself, see `head_beside`.
export const HEAD_REQUEST: CertainRule = {
  name: 'head_request',
  category: 'request',
  verdict: 'scanner',
  confidence: 0.95,
  says: 'It asked for headers only (HEAD), as link checkers do; there is nothing to read in them.',
  source: 'RFC 9110 §9.3.2; docs/mail-machines.md',
  applies: (seen) => seen.method === 'HEAD',
};

export const REQUEST_RULES: readonly WeighingRule[] = [
  {
    // Every browser says its user's languages when it opens a page (RFC 9110 §12.5.4); HTTP libraries don't by themselves.
    name: 'bare_request',
    category: 'request',
    weight: 0.5,
    says: 'The request has no Accept-Language, which every browser sends with a click.',
    source: 'RFC 9110 §12.5.4',
    applies: (seen, client) => seen.kind === 'clicked' && recorded(seen) && !language(seen) && browses(client),
  },
  {
    // A browser that opens a page asks for HTML first (WHATWG Fetch, "document" destination).
    name: 'no_page_asked',
    category: 'request',
    weight: 0.4,
    says: 'It followed a link without asking for a page (Accept has no text/html).',
    source: 'fetch.spec.whatwg.org, Accept for navigations',
    applies: (seen, client) =>
      seen.kind === 'clicked' && recorded(seen) && !has(seen, HEADER_SHAPE.acceptsHtml) && browses(client),
  },
  {
    // Weak: some in-app browsers, and proxies that take headers away, look the same.
    name: 'no_fetch_metadata',
    category: 'request',
    weight: 0.2,
    says: 'The request lacks Sec-Fetch headers, which this browser would send.',
    source: 'w3c.github.io/webappsec-fetch-metadata',
    applies: (seen, client) =>
      seen.kind === 'clicked' && recorded(seen) && client.sendsFetchMetadata && !has(seen, HEADER_SHAPE.secFetch),
  },
  {
    name: 'picture_without_language',
    category: 'request',
    weight: 0.3,
    says: 'A browser asked for the pixel without Accept-Language.',
    source: 'RFC 9110 §12.5.4',
    applies: (seen, client) => seen.kind === 'opened' && recorded(seen) && client.kind === 'browser' && !language(seen),
  },
  {
    name: 'browser_request',
    category: 'request',
    weight: -0.25,
    says: 'The request is what a browser sends when somebody clicks.',
    source: 'RFC 9110 §12.5.4; w3c.github.io/webappsec-fetch-metadata',
    applies: (seen, client) =>
      seen.kind === 'clicked' &&
      language(seen) &&
      has(seen, HEADER_SHAPE.acceptsHtml) &&
      (has(seen, HEADER_SHAPE.secFetch) || !client.sendsFetchMetadata) &&
      client.kind !== 'none',
  },
  {
    name: 'picture_request',
    category: 'request',
    weight: -0.15,
    says: 'The request is what a browser or mail client sends for a picture.',
    source: 'RFC 9110 §12.5.4',
    applies: (seen, client) =>
      seen.kind === 'opened' && language(seen) && has(seen, HEADER_SHAPE.acceptsImage) && client.kind !== 'none',
  },
  {
    name: 'referred',
    category: 'request',
    weight: -0.1,
    says: 'It names the page that it came from, as a click in webmail may.',
    source: 'RFC 9110 §10.1.3',
    applies: (seen) => has(seen, HEADER_SHAPE.referer),
  },
];

export const REQUEST_SCENE_RULES: readonly SceneRule[] = [
  {
    name: 'head_beside',
    category: 'request',
    weight: 0.4,
    says: 'The same client asked for headers only (HEAD) within a minute.',
    source: 'docs/mail-machines.md',
    applies: (_, scene) => scene.headBeside,
  },
];
