// Records as a publication's mornings bring them, for benchmarks: what was sent, then opens, clicks and what pages
// report, most of them for the newest issues. The same records every time.
import type { IssueTarget, LinkTarget } from '@readout/catalog';
import {
  encodeRecord,
  type IssueId,
  type KeyId,
  type LinkId,
  type PublicationId,
  type PublicId,
  type ReaderId,
} from '@readout/events';
import { mintToken } from '@readout/tokens';
import type { DirectorySource } from '../src/directory.ts';

const ISSUES = 60;
const LINKS = 12;
const READERS = 60_000;
const AGENTS = 400;
const PUBLICATION = 1 as PublicationId;
const KEY = { id: 1 as KeyId, publication: PUBLICATION, secret: Buffer.alloc(32, 7), createdAt: new Date(0) };
const DAY_MS = 86_400_000;
/** Header shapes of an image and of a page, by three sorts of clients. */
const SHAPES = [647, 515, 583];
const COUNTRIES = ['US', 'US', 'US', 'GB', 'DE', 'ES', 'FR', 'IN', 'BR', 'JP', 'CA', 'AU'];

export interface Morning {
  readonly directory: DirectorySource;
  lines(): Iterable<string>;
}

const issuePublicId = (issue: number) => `issue${String(issue).padStart(7, 'A')}`.replace(/[0OIl]/g, 'x') as PublicId;
const linkPublicId = (issue: number, link: number) =>
  `link${String(issue).padStart(4, 'A')}${String(link).padStart(4, 'B')}`.replace(/[0OIl]/g, 'x') as PublicId;

export function morning({ records, now }: { readonly records: number; readonly now: number }): Morning {
  const issues = new Map<PublicId, IssueTarget>();
  const links = new Map<PublicId, LinkTarget>();
  for (let issue = 1; issue <= ISSUES; issue++) {
    const place = { publication: PUBLICATION, id: issue as IssueId };
    issues.set(issuePublicId(issue), place as IssueTarget);
    for (let link = 1; link <= LINKS; link++) {
      links.set(linkPublicId(issue, link), {
        publication: PUBLICATION,
        issue: issue as IssueId,
        id: (issue * 100 + link) as LinkId,
        section: null,
      } as LinkTarget);
    }
  }
  return {
    directory: {
      findIssueTarget: async (id) => issues.get(id) ?? null,
      findLinkTarget: async (id) => links.get(id) ?? null,
      findSectionTarget: async () => null,
      findOfferTarget: async () => null,
      findIssueFacts: async () => ({ links: LINKS, honeypots: [] }),
      findTokenKey: async () => KEY,
      findReader: async () => null,
      ownRules: async () => ({ version: 0, rules: [], judgedBy: null }),
      findCollectionRules: async () =>
        ({ tracksOpens: true, tracksClicks: true, tracksReaders: true, sites: [] }) as never,
    },
    lines: () => linesOf(records, now),
  };
}

function* linesOf(records: number, now: number): Generator<string> {
  const random = seeded(11);
  const tokens = Array.from({ length: READERS }, (_, at) => mintToken(KEY, (at + 1) as ReaderId));
  const agents = Array.from({ length: AGENTS }, (_, at) => agentOf(at));
  const perIssue = Math.ceil(records / ISSUES);
  for (let done = 0; done < records; done++) {
    const issue = 1 + Math.floor(done / perIssue);
    const sentAt = now - (ISSUES - issue + 1) * DAY_MS;
    const within = done % perIssue;
    // Nearly half is what was sent, at once; the rest comes over the day, most of it early.
    if (within < perIssue * 0.45) {
      yield encodeRecord({
        type: 'fact',
        version: 1,
        kind: 'sent',
        time: Math.round(sentAt + within * 12.5),
        publication: PUBLICATION,
        issue,
        reader: 1 + (within % READERS),
        segment: within % 12 === 0 ? 'premium' : 'free',
        edition: within % 12 === 0 ? 'whole' : 'cut',
        source: 'api',
      });
      continue;
    }
    const reader = Math.floor(random() ** 1.5 * READERS);
    const time = Math.round(sentAt + 600_000 + ((within / perIssue - 0.45) / 0.55) ** 2 * 20 * 3_600_000);
    const isClick = random() < 0.15;
    const about = {
      type: 'hit' as const,
      version: 1 as const,
      time,
      token: tokens[reader] ?? '',
      method: 'GET' as const,
      country: COUNTRIES[reader % COUNTRIES.length] ?? 'US',
      network: reader % 9 === 0 ? ('hosting' as const) : ('other' as const),
      // Two readers share a network.
      place: 1 + ((Math.imul(reader >> 1, 0x9e3779b1) >>> 0) % 0xffff_fffe),
      shape: SHAPES[reader % SHAPES.length] ?? 0,
      address: `203.0.${reader % 256}.0`,
      agent: agents[Math.floor(random() ** 3 * AGENTS)] ?? '',
    };
    if (isClick) {
      const target = linkPublicId(issue, 1 + Math.floor(random() ** 2 * LINKS));
      yield encodeRecord({ ...about, kind: 'clicked', target, issue: issuePublicId(issue), source: 'redirect' });
    } else yield encodeRecord({ ...about, kind: 'opened', target: issuePublicId(issue), source: 'pixel' });
  }
}

function agentOf(at: number): string {
  if (at === 0) return 'Mozilla/5.0';
  if (at === 1) return 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
  return `Mozilla/5.0 (iPhone; CPU iPhone OS ${10 + (at % 9)}_${at % 7} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E${100 + at}`;
}

/** mulberry32 (Tommy Ettinger, public domain): numbers from 0 up to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
