import { APPLE_PRIVACY } from './clients/proxies.ts';
import { inOrder } from './order.ts';
import { BUILT_IN, judgeByOwn, type Rules } from './rules/own.ts';
import { BORROWED_AGENT, HONEYPOT, HONEYPOT_VISITOR } from './rules/pattern.ts';
import { PROXY_AT_DELIVERY } from './rules/timing.ts';
import { LOOKS_AHEAD, Scanners } from './scanners.ts';
import type { Judgement, Message, Seen, Surroundings } from './seen.ts';
import { entry, Visit } from './visit.ts';
import { judgeWith, rulesFor, SAME_AS_SCANNER, SCANNED_TOGETHER } from './weigh-around.ts';

const MINUTE = 60_000;

/**
 * How long after a fetch its verdict may still change, milliseconds. Whether a fetch is a scanner's shows within a
 * minute (bursts, crowds, the opening that a click belongs to); what a scanner tells of others is asked four minutes
 * ahead. Gateways look at a whole message within a minute or two (docs/mail-machines.md), so more would add nothing.
 */
export const SETTLES_AFTER_MS = LOOKS_AHEAD + MINUTE;

/** The settled answer for each of `message.seen`, in the same order. It does not depend on that order. */
export function settle(message: Message, around: Surroundings, rules: Rules = BUILT_IN): Judgement[] {
  const { seen } = message;
  if (isInOrder(seen)) return judge(new Visit(message, around, seen), rules);
  const order = seen.map((_, place) => place).sort((a, b) => inOrder(entry(seen, a), entry(seen, b)));
  const sorted = order.map((place) => entry(seen, place));
  const judgements = judge(new Visit(message, around, sorted), rules);
  const asGiven = [...judgements];
  order.forEach((place, at) => {
    asGiven[place] = entry(judgements, at);
  });
  return asGiven;
}

/** Most come as they happened, and no two at once. */
function isInOrder(seen: readonly Seen[]): boolean {
  for (let at = 1; at < seen.length; at++) if (entry(seen, at).time <= entry(seen, at - 1).time) return false;
  return true;
}

/** In place of the rules that apply so far, to which what scanners tell may be added: decided without them. */
const OWN = -2;
const CERTAIN = -1;

function judge(visit: Visit, rules: Rules): Judgement[] {
  const { seen } = visit;
  const scanners = new Scanners();
  const applying: number[] = [];
  const judgements = seen.map((one, at) => {
    const own = judgeByOwn(one, rules.own, visit.domain);
    applying.push(own === null ? CERTAIN : OWN);
    if (own !== null) return own;
    if (visit.isHoneypot(one)) {
      scanners.noteHoneypot(one);
      return FOLLOWED_HONEYPOT;
    }
    const weighed = entry(visit.weighed, at);
    if (weighed.certain) {
      // A chat's preview of a link is not the scan of a message, and tells nothing of others; several links at once are.
      if (isScan(visit, at, weighed.judgement)) scanners.note(one);
      return certainly(visit, one, weighed.judgement);
    }
    const scene = visit.sceneOf(at);
    const which = rulesFor(one, scene, weighed.client);
    const judgement = judgeWith(weighed, which);
    if (judgement.verdict !== 'scanner') applying[at] = which;
    // Nor does a gateway's look at a link at the moment of a click.
    else if (!scene.recheck) scanners.note(one);
    return judgement;
  });
  if (!scanners.found) return judgements;
  return judgements.map((judgement, at) => {
    const which = entry(applying, at);
    const one = entry(seen, at);
    if (which === OWN) return judgement;
    if (which === CERTAIN) return borrowsAgent(one, judgement, scanners) ? BORROWED : judgement;
    if (scanners.followedHoneypotBeside(one)) return VISITED_HONEYPOT;
    const like = scanners.areLike(one) ? SAME_AS_SCANNER : 0;
    const together = one.kind === 'opened' && scanners.wereThereAt(one.time) ? SCANNED_TOGETHER : 0;
    return judgeWith(entry(visit.weighed, at), which | like | together);
  });
}

const FOLLOWED_HONEYPOT = certain(HONEYPOT);
const VISITED_HONEYPOT = certain(HONEYPOT_VISITOR);
const BORROWED = certain(BORROWED_AGENT);

function certain(rule: { readonly name: string; readonly confidence: number }): Judgement {
  return { verdict: 'scanner', reasons: [rule.name], confidence: rule.confidence };
}

const LINKS_OF_A_SCAN = 3;

function isScan(visit: Visit, at: number, { verdict }: Judgement): boolean {
  if (verdict !== 'scanner' || entry(visit.seen, at).kind !== 'clicked') return false;
  return visit.sceneOf(at).linksAtOnceByAnybody >= LINKS_OF_A_SCAN;
}

function certainly(visit: Visit, seen: Seen, judgement: Judgement): Judgement {
  if (judgement.verdict !== 'proxied' || !PROXY_AT_DELIVERY.applies(visit.sinceDelivery(seen))) return judgement;
  return { ...judgement, reasons: [...judgement.reasons, PROXY_AT_DELIVERY.name], confidence: 0.55 };
}

/** Apple's prefetch follows no links: where the same client in the same place does, it is not Apple's. */
function borrowsAgent(seen: Seen, { verdict }: Judgement, scanners: Scanners): boolean {
  return verdict === 'prefetched' && seen.client === APPLE_PRIVACY && scanners.areLike(seen);
}
