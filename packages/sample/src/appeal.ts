import type { Edition } from '@readout/events';
import { weekdayOf, zoneOffset } from '@readout/local-time';
import type { InputIssue, InputLink } from './input.ts';
import { DAY } from './local-time.ts';
import { GIFT_OFFER, SAMPLE_PUBLICATION, TRIAL_OFFER } from './publication.ts';
import { Random } from './random.ts';

/** An issue, its sections in their order, with what the model thinks readers will make of it. */
export interface ModelIssue {
  readonly issue: InputIssue;
  /** Multiplies the chance of reading, of clicking at all, and of wanting what is behind the paywall. */
  readonly appeal: number;
  readonly clickiness: number;
  readonly longing: number;
  /** Offset of the local clock at sending, ms. */
  readonly offset: number;
  readonly whole: LinkChoice;
  readonly cut: LinkChoice;
}

/** What can be clicked in one edition, and how attractive each link is beside the others. */
export interface LinkChoice {
  readonly edition: Exclude<Edition, 'none'>;
  readonly links: readonly ChosenLink[];
  /** Running sums of the weights; the last is their total. */
  readonly sums: readonly number[];
}

export interface ChosenLink {
  readonly link: InputLink;
  /** Index of the section that a contents line leads to; null for other links. */
  readonly leadsTo: number | null;
}

/** From Sunday: the middle of the week reads best. */
const BY_WEEKDAY = [0.84, 1, 1.06, 1.04, 1, 0.94, 0.86] as const;

/** How much a kind of link is clicked in the whole and in the cut edition, beside an outbound one. */
const BY_KIND = {
  contents: { whole: 0.5, cut: 0.7 },
  outbound: { whole: 1, cut: 1 },
  embed: { whole: 0.55, cut: 0.55 },
  media: { whole: 0.7, cut: 0.7 },
  call_to_action: { whole: 0.12, cut: 1.3 },
  subscribe: { whole: 0.02, cut: 0.02 },
  unsubscribe: { whole: 0, cut: 0 },
  honeypot: { whole: 0, cut: 0 },
} as const;

/** Attention falls by this for every section that a link stands further down, or every line of the contents. */
const DECAY = 0.22;

export function modelIssue(from: InputIssue, index: number, seed: number): ModelIssue {
  const issue = { ...from, sections: [...from.sections].sort((a, b) => a.ordinal - b.ordinal) };
  const random = new Random(seed, 2, index);
  const offset = zoneOffset(issue.sentAt, SAMPLE_PUBLICATION.timeZone);
  const day = weekdayOf(Math.floor((issue.sentAt + offset) / DAY));
  const taste = issue.links.map(() => random.logNormal(1, 0.5));
  return {
    issue,
    offset,
    appeal: random.logNormal(1, 0.1) * (BY_WEEKDAY[day] ?? 1),
    clickiness: random.logNormal(1, 0.25),
    longing: random.logNormal(1, 0.3),
    whole: linkChoice(issue, 'whole', taste),
    cut: linkChoice(issue, issue.hasPaywall ? 'cut' : 'whole', taste),
  };
}

function linkChoice(issue: InputIssue, edition: 'whole' | 'cut', taste: readonly number[]): LinkChoice {
  const links: ChosenLink[] = [];
  const sums: number[] = [];
  let total = 0;
  let line = 0;
  for (const [index, link] of issue.links.entries()) {
    const leadsTo = link.kind === 'contents' ? line++ : null;
    const depth = leadsTo ?? issue.sections.findIndex(({ ordinal }) => ordinal === link.section);
    if (!standsIn(edition, link, issue.sections[depth]?.access)) continue;
    // What the offer is worth does not depend on how far down it stands: whoever is there has read up to it.
    const decay = link.kind === 'call_to_action' ? 1 : Math.exp(-DECAY * Math.max(0, depth));
    total += BY_KIND[link.kind][edition] * decay * (taste[index] ?? 1);
    links.push({ link, leadsTo });
    sums.push(total);
  }
  return { edition, links, sums };
}

/**
 * Whether an edition holds a link. The offers stand in one edition each; the contents and the footer in both; the rest by
 * their section, where a section that the paywall divides has links before it only (see content/issue-text.ts).
 */
function standsIn(edition: 'whole' | 'cut', link: InputLink, access: string | undefined): boolean {
  if (link.url.startsWith(TRIAL_OFFER)) return edition === 'cut';
  if (link.url.startsWith(GIFT_OFFER)) return edition === 'whole';
  if (link.kind === 'contents' || link.kind === 'subscribe' || link.kind === 'unsubscribe') return true;
  return edition === 'whole' || access !== 'behind';
}

/** Some link of the edition, by attractiveness; undefined where it has none. */
export function chooseLink(choice: LinkChoice, random: Random): ChosenLink | undefined {
  const total = choice.sums.at(-1) ?? 0;
  if (total === 0) return undefined;
  const at = random.unit() * total;
  return choice.links[choice.sums.findIndex((sum) => at < sum)];
}
