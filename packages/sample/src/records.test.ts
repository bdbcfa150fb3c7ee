import { describe, expect, test } from '@jest/globals';
import { type EventKind, type Fact, type Hit, logRecordSchema, type Statement } from '@readout/events';
import { DAY, HOUR } from './local-time.ts';
import { GMAIL_PREFETCH_AGENT } from './mail-clients.ts';
import { sampleRecordCount, sampleRecords } from './records.ts';
import { asCatalogued } from './testing/as-catalogued.ts';
import { byMachine } from './testing/reading-curves.ts';

const NOW = Date.UTC(2026, 2, 2, 12);
/** 2,000 readers: a quarter of a million records. */
const input = asCatalogued(NOW, { scale: 0.1 });
const records = [...sampleRecords(input)];
const facts = records.filter((record): record is Fact => record.type === 'fact');
const hits = records.filter((record): record is Hit => record.type === 'hit');
const of = (kind: Fact['kind']) => facts.filter((fact) => fact.kind === kind);

/** When the first issue went out. */
const first = Math.min(...input.issues.map(({ sentAt }) => sentAt));

/** What statements come to, reader by reader, of whom each has one subscription. */
const steps = stepsOf(records.filter((record): record is Statement => record.type === 'statement'));
const step = (kind: EventKind) => steps.filter((one) => one.kind === kind);

function grouped<One extends { readonly reader?: number | undefined }>(
  all: readonly One[],
): ReadonlyMap<number, readonly One[]> {
  const groups = new Map<number, One[]>();
  for (const one of all) {
    const its = groups.get(one.reader ?? 0) ?? [];
    its.push(one);
    groups.set(one.reader ?? 0, its);
  }
  return groups;
}

function stepsOf(statements: readonly Statement[]) {
  const readers = [...new Set(statements.map(({ reader = 0 }) => reader))];
  const byReader = grouped(statements);
  return readers.flatMap((reader) => {
    const its = byReader.get(reader) ?? [];
    const standings = its.flatMap(({ says }) => (says.what === 'standing' ? [says] : []));
    const money = (what: 'payment' | 'failure' | 'refund') =>
      its.filter(({ says }) => says.what === what).map(({ time }) => time);
    const { trialFrom = null, trialTo = null } = standings[0] ?? {};
    const { cancelledAt = null, endedAt = null } = standings.at(-1) ?? {};
    const [paid, ...renewals] = money('payment');
    const isCalledOff =
      trialFrom !== null && paid === undefined && cancelledAt !== null && cancelledAt < (trialTo ?? 0);
    const moments: readonly (readonly [kind: EventKind, times: readonly (number | null | undefined)[]])[] = [
      ['trial_started', [trialFrom]],
      ['trial_cancelled', isCalledOff ? [cancelledAt] : []],
      ['trial_expired', trialFrom !== null && paid === undefined && !isCalledOff ? [endedAt] : []],
      // Those who were there before have paid before.
      ['converted', trialFrom === null ? [] : [paid]],
      ['renewed', renewals],
      ['refunded', money('refund')],
      ['cancelled', paid === undefined ? [] : [endedAt]],
    ];
    return moments.flatMap(([kind, times]) => times.flatMap((time) => (time == null ? [] : [{ kind, reader, time }])));
  });
}

describe('the records', () => {
  test('are all such as a log takes', () => {
    for (const record of records) {
      const { error } = logRecordSchema.safeParse(record);
      if (error !== undefined) throw new Error(`${JSON.stringify(record)}: ${error.message}`);
    }
  });

  test('are in the order of time, and none is later than now', () => {
    let before = 0;
    for (const { time } of records) {
      if (time < before) throw new Error(`${time} comes after ${before}`);
      before = time;
    }
    expect(before).toBeLessThanOrEqual(NOW);
    expect(NOW - before).toBeLessThan(HOUR);
  });

  test('are the same for the same input, and others with another seed', () => {
    const small = { ...input, scale: 0.01 };
    const once = [...sampleRecords(small)];
    expect([...sampleRecords(small)]).toEqual(once);
    expect([...sampleRecords({ ...small, seed: 1 })]).not.toEqual(once);
  });

  test('carry no link, pixel, reader or section that the catalog has not', () => {
    const targets = new Set(
      input.issues.flatMap(({ publicId, links }) => [publicId, ...links.map((link) => link.publicId)]),
    );
    const tokens = new Set(input.readers.map(({ token }) => token));
    const sections = new Map(input.issues.flatMap(({ id, sections }) => sections.map((section) => [section.id, id])));
    for (const { target, token } of hits) if (!targets.has(target) || !tokens.has(token)) throw new Error(target);
    expect(of('section_read').filter(({ section, issue }) => sections.get(section ?? 0) !== issue)).toEqual([]);
    expect(new Set(facts.map(({ publication }) => publication))).toEqual(new Set([3]));
  });

  test('come only from addresses that are reserved for documentation', () => {
    const reserved = /^(192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:db8:)/;
    expect(hits.filter(({ address }) => address === undefined || !reserved.test(address))).toEqual([]);
  });

  test('stop where an earlier now is, in the midst of the issues', () => {
    const until = NOW - 10 * DAY;
    const times = [...sampleRecords({ ...input, scale: 0.02, now: until })].map(({ time }) => time);
    expect(until - Math.max(...times)).toBeGreaterThanOrEqual(0);
    expect(until - Math.max(...times)).toBeLessThan(DAY);
  });

  test('there are none without issues, and a scale that makes no sense is refused', () => {
    expect([...sampleRecords({ ...input, issues: [] })]).toEqual([]);
    expect(sampleRecordCount({ ...input, issues: [] })).toBe(0);
    expect(() => [...sampleRecords({ ...input, scale: 0 })]).toThrow('scale must be above 0');
  });

  test.each([0.1, 1])('are foretold in number within five per cent, at a scale of %d', (scale) => {
    let count = 0;
    for (const _ of sampleRecords({ ...input, scale })) count++;
    expect(Math.abs(sampleRecordCount({ ...input, scale }) / count - 1)).toBeLessThan(0.05);
  });
});

test('visits of the web page come from elsewhere for a part of those that no link in the mail led to', () => {
  const viewed = of('viewed');
  const from = viewed.filter(({ referrer }) => referrer !== undefined);
  expect(facts.filter(({ kind, referrer }) => kind !== 'viewed' && referrer !== undefined)).toEqual([]);
  const hosts = new Set(from.map(({ referrer }) => referrer));
  expect([...hosts].sort()).toEqual(['duckduckgo.com', 'google.com', 'harbour-forum.example', 'linkedin.com', 't.co']);
  expect(from.length / viewed.length).toBeGreaterThan(0.1);
  expect(from.length / viewed.length).toBeLessThan(0.4);
});

describe('deliveries', () => {
  test('go out once to each reader and issue, after joining and not after leaving', () => {
    const seen = new Set(of('sent').map(({ reader, issue }) => `${reader}/${issue}`));
    expect(seen.size).toBe(of('sent').length);
    const joined = new Map(of('subscribed').map(({ reader, time }) => [reader, time]));
    const left = new Map([...of('unsubscribed'), ...of('complained')].map(({ reader, time }) => [reader, time]));
    const sentAt = new Map(input.issues.map(({ id, sentAt }) => [id, sentAt]));
    const wrong = of('sent').filter(({ reader, issue }) => {
      const at = sentAt.get(issue ?? 0) ?? 0;
      return at < (joined.get(reader) ?? 0) || at >= (left.get(reader) ?? Number.POSITIVE_INFINITY);
    });
    expect(wrong).toEqual([]);
    expect(joined.size).toBe(300);
  });

  test('are cut for free readers where there is a paywall, and whole for everybody else', () => {
    const paid = new Map(input.issues.map(({ id, hasPaywall }) => [id, hasPaywall]));
    const due = ({ issue, segment }: Fact) => (segment === 'free' && paid.get(issue ?? 0) === true ? 'cut' : 'whole');
    expect(of('sent').filter((one) => one.edition !== due(one))).toEqual([]);
  });

  test('never lead to a click on a link that the edition does not hold', () => {
    const holder = new Map<string, 'whole' | 'cut'>();
    for (const { links, sections } of input.issues) {
      for (const { publicId, kind, section, url } of links) {
        const behind = sections.find(({ ordinal }) => ordinal === section)?.access === 'behind';
        const ofText = kind === 'outbound' || kind === 'embed' || kind === 'media';
        if (url.includes('/premium/trial')) holder.set(publicId, 'cut');
        else if (url.includes('/premium/gift') || (behind && ofText)) holder.set(publicId, 'whole');
      }
    }
    const issues = new Map(input.issues.flatMap(({ id, links }) => links.map(({ publicId }) => [publicId, id])));
    const editions = new Map(of('sent').map(({ reader, issue, edition }) => [`token-${reader}/${issue}`, edition]));
    const restricted = hits.filter(({ target }) => holder.has(target));
    expect(restricted.length).toBeGreaterThan(1000);
    const got = ({ token, target }: Hit) => editions.get(`${token}/${issues.get(target)}`);
    expect(restricted.filter((hit) => got(hit) !== holder.get(hit.target))).toEqual([]);
  });
});

describe('subscriptions', () => {
  test('a trial is begun once, and what ends it comes after it, within eleven days', () => {
    const started = step('trial_started');
    expect(new Set(started.map(({ reader }) => reader)).size).toBe(started.length);
    const begun = new Map(started.map(({ reader, time }) => [reader, time]));
    for (const fact of [...step('trial_cancelled'), ...step('trial_expired'), ...step('converted')]) {
      const after = fact.time - (begun.get(fact.reader) ?? Number.NaN);
      expect(after).toBeGreaterThan(0);
      expect(after).toBeLessThan(11 * DAY);
    }
    const ends = [...step('trial_cancelled'), ...step('trial_expired'), ...step('converted')].map(
      ({ reader }) => reader,
    );
    expect(new Set(ends).size).toBe(ends.length);
  });

  test('a conversion is a trial’s first payment, not before its seven days are over', () => {
    const begun = new Map(step('trial_started').map(({ reader, time }) => [reader, time]));
    const renewed = new Map([...step('renewed')].reverse().map(({ reader, time }) => [reader, time]));
    for (const { reader, time } of step('converted')) {
      expect(time - (begun.get(reader) ?? Number.NaN)).toBeGreaterThanOrEqual(7 * DAY);
      expect(renewed.get(reader) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(time);
    }
  });

  test('whoever converted gets whole editions from then on, until they leave', () => {
    const since = new Map(step('converted').map(({ reader, time }) => [reader, time]));
    const left = new Set([...step('cancelled'), ...step('refunded')].map(({ reader }) => reader));
    const after = of('sent').filter(
      ({ reader = 0, time }) => time > (since.get(reader) ?? Number.POSITIVE_INFINITY) && !left.has(reader),
    );
    expect(new Set(after.map(({ segment }) => segment))).toEqual(new Set(['premium']));
  });

  test('trials begin at a paywall, those aside that ran when the sample began', () => {
    const hits = grouped(of('paywall_hit'));
    const begun = step('trial_started').filter(({ time }) => time > first);
    expect(begun.length).toBeGreaterThan(50);
    for (const { reader, time } of begun) {
      const before = hits.get(reader)?.filter((hit) => hit.time < time && hit.time > time - 4 * DAY) ?? [];
      expect(before.length).toBeGreaterThan(0);
      expect(new Set(before.map(({ edition }) => edition))).toEqual(new Set(['cut']));
    }
  });

  test('what is paid is the price of the plan, yearly or monthly', () => {
    const amounts = records.flatMap((record) =>
      record.type === 'statement' && record.says.what === 'payment' ? [record.says.amount] : [],
    );
    expect(new Set(amounts)).toEqual(new Set([800, 8_000]));
  });

  test('nobody with access hits a paywall', () => {
    expect(new Set(of('paywall_hit').map(({ edition, segment }) => `${edition} ${segment}`))).toEqual(
      new Set(['cut free']),
    );
  });
});

/**
 * Bands around what docs/sample.md states, wide enough for the luck of 2,000 readers: seeds 0 to 4 lie within.
 */
describe('the figures', () => {
  const issueOf = new Map<string, number>();
  for (const { id, publicId, links } of input.issues) {
    for (const target of [publicId, ...links.map((link) => link.publicId)]) issueOf.set(target, id);
  }
  const pair = ({ token, target }: Hit) => `${token}/${issueOf.get(target)}`;
  const people = hits.filter((hit) => !byMachine(hit));
  const clicked = new Set(people.filter(({ kind }) => kind === 'clicked').map(pair));
  const read = new Set(people.map(pair));
  const bounced = new Set(of('bounced').map(({ reader, issue }) => `token-${reader}/${issue}`));
  const delivered = of('sent').filter(({ reader, issue }) => !bounced.has(`token-${reader}/${issue}`));

  const shareOf = (whom: ReadonlySet<string>, segment?: Fact['segment']) => {
    const among = delivered.filter((fact) => segment === undefined || fact.segment === segment);
    return among.filter(({ reader, issue }) => whom.has(`token-${reader}/${issue}`)).length / among.length;
  };
  const between = (value: number, low: number, high: number) => {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  };

  test('about a quarter of what is delivered is seen to be read, by premium readers far more', () => {
    between(shareOf(read), 0.21, 0.29);
    between(shareOf(read, 'free'), 0.18, 0.26);
    between(shareOf(read, 'premium'), 0.32, 0.45);
  });

  test('about one delivery in twenty is clicked in, by premium readers one in ten', () => {
    between(shareOf(clicked), 0.042, 0.065);
    between(shareOf(clicked, 'premium'), 0.075, 0.125);
  });

  test('more than a third of what is delivered is prefetched', () => {
    const prefetched = new Set(
      hits.filter(({ agent }) => agent === 'Mozilla/5.0' || agent === GMAIL_PREFETCH_AGENT).map(pair),
    );
    between(shareOf(prefetched), 0.31, 0.42);
  });

  test('gateways follow links whether or not anybody reads, some with HEAD, some without naming themselves', () => {
    const scans = hits.filter((hit) => hit.kind === 'clicked' && byMachine(hit));
    between(scans.length / delivered.length, 0.1, 0.26);
    expect(scans.some(({ method }) => method === 'HEAD')).toBe(true);
    expect(scans.some(({ agent }) => agent === undefined)).toBe(true);
    expect(scans.some(({ agent }) => agent?.includes('HeadlessChrome') === true)).toBe(true);
  });

  test('about 4 in 100 cut editions lead to the paywall, and 4 in 100 of those to a trial', () => {
    const cut = delivered.filter(({ edition }) => edition === 'cut').length;
    const hit = new Set(of('paywall_hit').map(({ reader, issue }) => `${reader}/${issue}`)).size;
    between(hit / cut, 0.03, 0.046);
    const begun = step('trial_started').filter(({ time }) => time > first).length;
    between(begun / hit, 0.03, 0.055);
    between(of('offer_shown').length / of('paywall_hit').length, 0.87, 0.93);
  });

  test('about half of the trials convert', () => {
    const paid = new Set(step('converted').map(({ reader }) => reader));
    const over = step('trial_started').filter(({ time }) => time < NOW - 11 * DAY);
    between(over.filter(({ reader }) => paid.has(reader)).length / over.length, 0.42, 0.68);
  });

  test('some leave: few by unsubscribing, fewer by complaining', () => {
    between(of('unsubscribed').length / delivered.length, 0.0001, 0.0006);
    expect(of('complained').length).toBeLessThan(of('unsubscribed').length / 4);
    between(of('bounced').length / of('sent').length, 0.002, 0.007);
  });

  test('half of the openings come within about two hours, and few at night', () => {
    const sentAt = new Map(input.issues.map(({ id, sentAt }) => [id, sentAt]));
    const first = new Map<string, number>();
    for (const hit of people.filter(({ kind }) => kind === 'opened')) {
      if (!first.has(pair(hit))) first.set(pair(hit), hit.time - (sentAt.get(issueOf.get(hit.target) ?? 0) ?? 0));
    }
    const delays = [...first.values()].sort((a, b) => a - b);
    between(delays[Math.floor(delays.length / 2)] ?? 0, HOUR, 3 * HOUR);
    // Winter: the local clock is an hour ahead.
    const night = people.filter(({ time }) => new Date(time + HOUR).getUTCHours() < 5).length;
    expect(night / people.length).toBeLessThan(0.04);
  });
});
