import type { Segment } from '@readout/events';
import { type ChosenLink, chooseLink, type LinkChoice, type ModelIssue } from './appeal.ts';
import type { Delivery, Run } from './journal.ts';
import { DAY, HOUR, MINUTE } from './local-time.ts';
import { GMAIL_PREFETCH_AGENT } from './mail-clients.ts';
import { habitAt, type Person, segmentAt } from './people.ts';
import type { Random } from './random.ts';
import { referrer } from './referrers.ts';
import { startTrial } from './subscription.ts';

const SECOND = 1000;

/** Chances per delivery, unless said otherwise. docs/sample.md gives the reasons. */
const BOUNCES = 0.0015;
const POOR_MAILBOX_BOUNCES = 0.5;
const APPLE_FETCHES = 0.94;
const APPLE_FETCHES_DORMANT = 0.7;
const GMAIL_PREFETCHES = 0.03;
const GATEWAY_LOOKS = 0.4;
/** Per issue that is read. */
const OPENS_AGAIN = 0.24;
const CLICKS_AGAIN = 0.3;
const READS_ON_THE_WEB = 0.05;
const UNSUBSCRIBES = 0.0009;
const COMPLAINS = 0.00005;
/** Per visit of the web page. */
const REACHES_PAYWALL = 0.45;
/** Where the visit begins at a section that the paywall divides or hides. */
const SEES_PAYWALL = 0.95;
const SEES_OFFER = 0.9;
/** Per paywall hit: half of it for everybody, and as much again with full engagement. */
const STARTS_TRIAL = 0.035;
const GOES_ON_TO_NEXT_SECTION = 0.75;

/** Weight of each hour by the local clock, from midnight: when people open their mail. */
const BY_HOUR = [
  0.12, 0.06, 0.04, 0.04, 0.06, 0.2, 0.6, 0.95, 1, 0.9, 0.75, 0.68, 0.72, 0.75, 0.6, 0.52, 0.5, 0.55, 0.62, 0.65, 0.7,
  0.75, 0.6, 0.32,
] as const;

/**
 * One issue goes to one reader, and whatever comes of it: bounce, machines that fetch, reading, clicks, the paywall.
 *
 * @param sent UTC, ms.
 */
export function deliver(run: Run, model: ModelIssue, person: Person, sent: number): void {
  const { random, journal } = run;
  const segment = segmentAt(person, sent);
  const choice = segment === 'free' ? model.cut : model.whole;
  const delivery = { issue: model.issue.id, segment, edition: choice.edition };
  journal.fact('sent', sent, person, delivery);
  if (random.chance(person.poorMailbox ? POOR_MAILBOX_BOUNCES : BOUNCES)) {
    journal.fact('bounced', sent + random.logNormal(8 * SECOND, 1), person, delivery);
    return;
  }
  const delivered = sent + random.between(1, 20) * SECOND;
  fetchByMachine(run, model, person, choice, delivered);
  if (random.chance(Math.min(0.97, habitAt(person, sent) * model.appeal * eagerness(segment)))) {
    read(run, model, person, choice, delivery, openingTime(random, person, delivered, model.offset));
  }
}

/** Whoever is trying the whole edition makes use of it. */
const eagerness = (segment: Segment) => (segment === 'trial' ? 1.15 : 1);

/** Prefetches and gateways: what happens whether or not anybody reads. */
function fetchByMachine(run: Run, model: ModelIssue, person: Person, choice: LinkChoice, delivered: number): void {
  const { random, journal } = run;
  const { client } = person;
  const pixel = model.issue.publicId;
  if (client.kind === 'apple_privacy' && !person.imagesBlocked) {
    if (!random.chance(person.habit === 'dormant' ? APPLE_FETCHES_DORMANT : APPLE_FETCHES)) return;
    const at = delivered + random.logNormal(25 * MINUTE, 1.3);
    journal.machineHit('opened', at, pixel, person, 'GET', client.kind, client.agent, random);
  } else if (client.kind === 'gmail' && !person.imagesBlocked && random.chance(GMAIL_PREFETCHES)) {
    const at = delivered + random.between(1, 90) * SECOND;
    journal.machineHit('opened', at, pixel, person, 'GET', client.kind, GMAIL_PREFETCH_AGENT, random);
  } else if (client.kind === 'gateway' && random.chance(GATEWAY_LOOKS)) {
    const { agents, linkMethod } = person.gateway;
    let at = delivered + random.between(0.3, 6) * SECOND;
    journal.machineHit('opened', at, pixel, person, 'GET', 'gateway', agents[random.below(agents.length)], random);
    for (const { link } of choice.links) {
      at += random.between(20, 300);
      const agent = agents[random.below(agents.length)];
      journal.machineHit('clicked', at, link.publicId, person, linkMethod, 'gateway', agent, random);
    }
  }
}

/** A log-normal delay, tried again while it falls on an hour at which few look at their mail. */
function openingTime(random: Random, person: Person, delivered: number, offset: number): number {
  let at = delivered;
  for (let attempt = 0; attempt < 8; attempt++) {
    at = delivered + 5 * SECOND + random.logNormal(person.usualDelay, 1.2);
    if (random.chance(BY_HOUR[Math.floor((at + offset) / HOUR) % 24] ?? 1)) break;
  }
  return at;
}

function read(run: Run, model: ModelIssue, person: Person, choice: LinkChoice, delivery: Delivery, at: number): void {
  const { random, journal } = run;
  showPixel(run, model, person, at);
  let again = at;
  while (random.chance(OPENS_AGAIN)) {
    again += random.logNormal(3 * HOUR, 1.6);
    showPixel(run, model, person, again);
  }
  if (random.chance(Math.min(0.9, person.clicksOften * model.clickiness))) {
    let clicked = at;
    do {
      clicked += random.logNormal(50 * SECOND, 0.9);
      click(run, model, person, choice, delivery, clicked);
    } while (random.chance(CLICKS_AGAIN));
  }
  if (random.chance(READS_ON_THE_WEB)) {
    visit(
      run,
      model,
      person,
      delivery,
      at + random.logNormal(10 * MINUTE, 1.5),
      0,
      REACHES_PAYWALL,
      referrer(run.referrals),
    );
  }
  if (person.unsubscribedAt !== Number.POSITIVE_INFINITY) return;
  if (random.chance(UNSUBSCRIBES * (delivery.segment === 'premium' ? 0.3 : 1))) {
    person.unsubscribedAt = at + random.between(5, 200) * SECOND;
    journal.fact('unsubscribed', person.unsubscribedAt, person, delivery);
  } else if (random.chance(COMPLAINS)) {
    person.unsubscribedAt = at + random.between(5, 60) * SECOND;
    journal.fact('complained', person.unsubscribedAt, person, delivery);
  }
}

/** The pixel as the reader's own client or its proxy fetches it. Apple's cache answers for its readers. */
function showPixel({ random, journal }: Run, model: ModelIssue, person: Person, at: number): void {
  const { client, imagesBlocked } = person;
  if (imagesBlocked || client.kind === 'apple_privacy') return;
  const target = model.issue.publicId;
  if (client.kind === 'gmail' || client.kind === 'yahoo') {
    journal.machineHit('opened', at, target, person, 'GET', client.kind, client.agent, random);
  } else {
    journal.hit('opened', at, target, person, 'GET', person.address, client.agent);
  }
}

function click(run: Run, model: ModelIssue, person: Person, choice: LinkChoice, delivery: Delivery, at: number): void {
  const { random, journal } = run;
  const chosen = chooseLink(choice, random);
  if (chosen === undefined) return;
  const { publicId } = chosen.link;
  if (person.client.kind === 'gateway') {
    const agent = person.gateway.agents[0];
    journal.machineHit('clicked', at - random.between(300, 1500), publicId, person, 'GET', 'gateway', agent, random);
  }
  journal.hit('clicked', at, publicId, person, 'GET', person.address, person.browser);
  if (random.chance(0.04)) {
    journal.hit('clicked', at + random.between(300, 4000), publicId, person, 'GET', person.address, person.browser);
  }
  follow(run, model, person, delivery, chosen, at + random.between(0.4, 4) * SECOND);
}

/** What happens on our own pages after a click that leads there: the trial offer leads straight to the paywall. */
function follow(run: Run, model: ModelIssue, person: Person, delivery: Delivery, to: ChosenLink, at: number): void {
  const { sections } = model.issue;
  if (to.leadsTo !== null) {
    const access = sections[to.leadsTo]?.access ?? 'before';
    visit(run, model, person, delivery, at, to.leadsTo, access === 'before' ? REACHES_PAYWALL : SEES_PAYWALL);
  } else if (to.link.kind === 'call_to_action' && delivery.edition === 'cut') {
    visit(run, model, person, delivery, at, sections.filter(({ access }) => access !== 'behind').length, 1);
  }
}

/**
 * The issue's web page, from a section on. Whoever has access, or does not care to get to the paywall, reads as far
 * as interest lasts; the others read all that stands before it.
 */
function visit(
  run: Run,
  model: ModelIssue,
  person: Person,
  delivery: Delivery,
  at: number,
  section: number,
  reachesPaywall: number,
  from: string | null = null,
): void {
  const { random, journal } = run;
  journal.fact('viewed', at, person, delivery, from);
  // Whoever has begun a trial or a subscription since the mail went out is let in.
  const hasAccess = delivery.edition === 'whole' || segmentAt(person, at) !== 'free';
  const hits = !hasAccess && random.chance(reachesPaywall);
  let reading = at;
  for (const { id, access } of model.issue.sections.slice(section)) {
    if (access === 'behind' && !hasAccess) break;
    reading += random.logNormal(25 * SECOND, 0.6);
    journal.sectionRead(reading, person, delivery, id);
    if (!hits && !random.chance(GOES_ON_TO_NEXT_SECTION)) break;
  }
  if (hits) hitPaywall(run, model, person, delivery, reading + 2 * SECOND);
}

function hitPaywall(run: Run, model: ModelIssue, person: Person, delivery: Delivery, at: number): void {
  const { random, journal } = run;
  journal.fact('paywall_hit', at, person, delivery);
  if (!random.chance(SEES_OFFER)) return;
  journal.fact('offer_shown', at + SECOND, person, delivery);
  const hadTrial = person.trialFrom !== Number.POSITIVE_INFINITY || person.begins === 'premium';
  if (hadTrial || !random.chance(STARTS_TRIAL * model.longing * (0.5 + person.engagement))) return;
  // Most decide at once, some sleep on it.
  const decided = random.chance(0.8) ? random.logNormal(4 * MINUTE, 0.8) : random.between(0.1, 3) * DAY;
  startTrial(run, person, at + SECOND + decided);
}
