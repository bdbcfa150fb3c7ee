import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LinkId, ReaderEvent } from '@readout/events';
import fc from 'fast-check';
import type { Engine } from '../engine/engine.ts';
import { engineInTest } from '../testing/engine-in-test.ts';
import { filled, held } from '../testing/held-events.ts';
import { plainGrowth } from '../testing/plain-growth.ts';
import { plainlyCounted, sorted } from '../testing/plainly-counted.ts';
import { plainClients, plainDomains, plainlyJudged, plainVerdicts } from '../testing/plainly-judged.ts';
import { BEGINNING, eventStreams, ISSUES, LINK_SECTIONS, PUBLICATION } from '../testing/random-events.ts';
import type { JudgedEvent, VerdictRows } from '../warehouse.ts';

const byVerdict = ({ verdicts, ...rows }: VerdictRows): VerdictRows => ({
  ...rows,
  verdicts: verdicts.toSorted((a, b) => (a.verdict < b.verdict ? -1 : 1)),
});
const byName = <Row extends { readonly family?: string | null; readonly domain?: string | null }>(
  rows: readonly Row[],
) => rows.toSorted((a, b) => (`${a.family ?? a.domain}` < `${b.family ?? b.domain}` ? -1 : 1));

describe('figures, while some verdicts are the first look’s', () => {
  let engine: Engine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ engine, close } = await engineInTest());
  }, 60_000);
  afterAll(() => close());

  test('count each event once, by its settled verdict where there is one', async () => {
    await fc.assert(
      fc.asyncProperty(held, async (tables) => {
        const warehouse = await filled(engine, tables);
        const mine = tables.counting.filter(({ publication }) => publication === PUBLICATION);
        const isArriving = (event: ReaderEvent) => !tables.isSettled(event);
        const versions = new Map<number, number>();
        for (const issue of ISSUES) {
          const report = await warehouse.issueReport({ publication: PUBLICATION, issue, linkSections: LINK_SECTIONS });
          expect(sorted(report)).toEqual(sorted(plainlyCounted(mine, issue, LINK_SECTIONS, isArriving)));
          const bare = await warehouse.issueReport({ publication: PUBLICATION, issue, linkSections: new Map() });
          expect(sorted(bare)).toEqual(sorted({ ...report, sections: [] }));
          const [summary] = await warehouse.issueSummaries({
            publication: PUBLICATION,
            issues: [{ id: issue, since: null }],
          });
          const { readersByHour = [], ...figures } = summary ?? {};
          expect(figures).toEqual(report.figures);
          const early = report.activity.filter(
            ({ start }) => start < (report.activity[0]?.start ?? 0) + 48 * 3_600_000,
          );
          expect(readersByHour.reduce((sum, fresh) => sum + fresh, 0)).toBe(early.at(-1)?.readersSoFar ?? 0);
          expect(await warehouse.figures({ publication: PUBLICATION, issues: [issue] })).toEqual([report.figures]);
          const its = mine.filter((event) => event.issue === issue);
          if (its.length > 0) versions.set(issue, its.length + its.filter(tables.isSettled).length);
        }
        expect(new Map([...(await warehouse.versions(PUBLICATION))].sort())).toEqual(versions);
      }),
      { numRuns: 10 },
    );
  }, 240_000);

  test('tell how issues grew since they went out', async () => {
    const since = fc.integer({ min: -3 * 24, max: 8 * 24 }).map((hours) => BEGINNING - hours * 3_600_000);
    await fc.assert(
      fc.asyncProperty(held, fc.tuple(since, since, since), async (tables, went) => {
        const warehouse = await filled(engine, tables);
        const mine = tables.counting.filter(({ publication }) => publication === PUBLICATION);
        const issues = ISSUES.map((id, at) => ({ id, since: went[at] ?? BEGINNING }));
        // The second time they are remembered, or counted anew: whatever the first has left.
        for (const asked of [issues.slice(1), issues.toReversed()]) {
          const grown = await warehouse.growth({ publication: PUBLICATION, issues: asked });
          expect(grown.map(({ issue }) => issue)).toEqual(asked.map(({ id }) => id));
          for (const [at, { issue, ...counts }] of grown.entries()) {
            const { issue: _, ...plain } = plainGrowth(mine, issue, asked[at]?.since ?? 0);
            const found = Object.fromEntries(Object.entries(counts).map(([name, sums]) => [name, [...sums]]));
            expect(found).toEqual(plain);
          }
        }
        expect(await warehouse.growth({ publication: PUBLICATION, issues: [] })).toEqual([]);
      }),
      { numRuns: 6 },
    );
  }, 240_000);

  test('tell by whom an issue was opened and clicked, and why, through which clients, at which domains', async () => {
    await fc.assert(
      fc.asyncProperty(held, async (tables) => {
        const warehouse = await filled(engine, tables);
        for (const issue of ISSUES) {
          const its = tables.counting.filter((event) => event.issue === issue);
          const query = { publication: PUBLICATION, issue };
          for (const [kind, link] of [['opened'], ['clicked'], ['clicked', 102]] as const) {
            const which = link === undefined ? {} : { link: link as LinkId };
            expect(byVerdict(await warehouse.verdicts({ ...query, kind, ...which }))).toEqual(
              byVerdict(plainVerdicts(its, kind, link ?? null, tables.isSettled)),
            );
          }
          const clients = await warehouse.clients({ ...query, most: 100 });
          expect(byName(clients.map(({ label: _, ...row }) => row))).toEqual(
            byName(plainClients(its, (client) => client.replace(' 142 / Windows', ''))),
          );
          for (const fewest of [1, 5, 20]) {
            expect(byName(await warehouse.domains({ ...query, fewest, most: 100 }))).toEqual(
              byName(plainDomains(its, fewest)),
            );
          }
        }
      }),
      { numRuns: 8 },
    );
  }, 240_000);

  test('come with the events themselves, newest first, page by page, by what is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(held, fc.integer({ min: 1, max: 7 }), async (tables, limit) => {
        const alone = <Event extends ReaderEvent>(events: readonly Event[]) =>
          events.filter(({ part = 0, kind }) => part === 0 || (kind !== 'opened' && kind !== 'clicked'));
        const warehouse = await filled(engine, { settled: alone(tables.settled), arrivals: alone(tables.arrivals) });
        for (const issue of ISSUES) {
          const its = alone(tables.counting).filter((event) => event.issue === issue);
          const query = { publication: PUBLICATION, issue };
          const expected = plainlyJudged(its, tables.isSettled);
          const anySegment = (events: readonly JudgedEvent[]) => events.map(({ segment: _, ...event }) => event);
          const found: JudgedEvent[] = [];
          for (;;) {
            const after = found.at(-1);
            const page = await warehouse.judgedEvents({ ...query, limit, ...(after === undefined ? {} : { after }) });
            found.push(...page);
            if (page.length < limit) break;
          }
          expect(anySegment(found)).toEqual(anySegment(expected));
          for (const { reader, segment } of its.filter(({ kind }) => kind === 'sent')) {
            const once = its.filter((one) => one.kind === 'sent' && one.reader === reader).length === 1;
            const origins = its.filter((one) => one.reader === reader && reader !== null).map(({ origin }) => origin);
            const ofReader = found.filter(({ origin }) => origins.includes(origin));
            if (once) for (const event of ofReader) expect(event.segment).toBe(segment);
          }
          const some = await warehouse.judgedEvents({
            ...query,
            limit: 200,
            kind: 'clicked',
            verdict: 'scanner',
            reason: "it's\ta\\strange\nname",
            link: 101 as LinkId,
          });
          const wanted = ({ kind, verdict, reasons, link }: JudgedEvent) =>
            kind === 'clicked' && verdict === 'scanner' && reasons.includes("it's\ta\\strange\nname") && link === 101;
          expect(anySegment(some)).toEqual(anySegment(expected.filter(wanted)));
        }
      }),
      { numRuns: 7 },
    );
  }, 240_000);

  test('come to more domains and clients than asked for: the rest are one row, each reader once', async () => {
    const [sample] = fc.sample(eventStreams, { numRuns: 1, seed: 1 })[0] ?? [];
    if (sample === undefined) throw new Error('no event');
    const [issue] = ISSUES;
    if (issue === undefined) throw new Error('no issue');
    let position = 0;
    const event = (kind: ReaderEvent['kind'], reader: number, more: Partial<ReaderEvent>): ReaderEvent => ({
      ...sample,
      publication: PUBLICATION,
      issue,
      kind,
      reader: reader as ReaderEvent['reader'],
      verdict: kind === 'sent' ? 'none' : 'human',
      reasons: [],
      part: 0,
      origin: { partition: 0, collector: 1, position: position++ },
      ...more,
    });

    const fetch = (client: string) => ({ client, method: 'GET' as const, place: 0, shape: 0, confidence: 1 });
    const settled = [
      ...[1, 2, 3].map((reader) => event('sent', reader, { domain: 'a.example' })),
      ...[4, 5].map((reader) => event('sent', reader, { domain: 'b.example' })),
      event('sent', 6, { domain: 'c.example' }),
      event('sent', 7, { domain: '' }),
      ...['Chrome 142 / Windows', 'Chrome 9 / macOS', 'Thunderbird / Linux', 'curl'].map((client) =>
        event('opened', 6, { fetch: fetch(client) }),
      ),
      event('opened', 1, { fetch: fetch('Chrome 142 / Windows') }),
    ];
    const warehouse = await filled(engine, { settled, arrivals: [] });
    const domains = await warehouse.domains({ publication: PUBLICATION, issue, fewest: 1, most: 1 });
    expect(domains.map(({ domain, recipients, known, readers }) => [domain, recipients, known, readers])).toEqual([
      ['a.example', 3, 3, 1],
      [null, 4, 3, 1],
    ]);
    const clients = await warehouse.clients({ publication: PUBLICATION, issue, most: 1 });
    expect(clients.map(({ family, readers, opensByVerdict }) => [family, readers, opensByVerdict.human])).toEqual([
      ['Chrome', 2, 3],
      [null, 1, 2],
    ]);
  }, 60_000);
});
