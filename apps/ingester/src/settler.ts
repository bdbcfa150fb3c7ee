import { asksForDomains, type Judgement } from '@readout/engagement';
import type { IssueId, PublicationId, ReaderEvent, ReaderId } from '@readout/events';
import { type IssueFacts, isDelivery, isFetch, isJudgedSo, isSighted, tells } from '@readout/settling';
import type { EarlierEvent, Warehouse } from '@readout/warehouse';
import { CLASSIFIER, type Classifier } from './classifier.ts';
import type { Directory } from './directory.ts';
import type { IngesterMetrics } from './metrics.ts';

/** How long a click or a delivery is kept for what is judged after it: as far as a crowd or a burst reaches, and more. */
const REMEMBERED_MS = 120_000;
const MOST_REMEMBERED = 200_000;
/** Messages remembered as scanned; when there are more, all are forgotten. */
const MOST_SCANNED = 100_000;

/** Where an event stands in what is settled together. */
interface Placed {
  /** As they stood when all of it was looked up: an answer of the directory may have run out a moment later. */
  readonly facts: IssueFacts;
  readonly publication: PublicationId;
  /** Whether a rule asks where the issue was sent to. */
  readonly domains: boolean;
  readonly places: number[];
  readonly events: ReaderEvent[];
}

/** What of a publication has to be looked up. */
interface Asked {
  readonly messages: Map<IssueId, Set<ReaderId>>;
  /** Whether a rule asks where the issues were sent to. */
  readonly domains: boolean;
}

/** Gives the events of one partition their settled verdicts, in the order of the log. */
export class Settler {
  readonly #directory: Directory;
  readonly #warehouse: Pick<Warehouse, 'earlierFetches'>;
  readonly #metrics: Pick<IngesterMetrics, 'revised'>;
  readonly #now: () => number;
  readonly #settleIssue: Classifier['settleIssue'];
  /** Deliveries, clicks and what mail providers saw, settled a moment ago. */
  #recent: ReaderEvent[] = [];
  /** Readers by issue whose message a scanner looked at: whatever is like it later is that scanner again. */
  readonly #scanned = new Map<IssueId, Set<ReaderId>>();
  #scans = 0;

  constructor(
    directory: Directory,
    warehouse: Pick<Warehouse, 'earlierFetches'>,
    metrics: Pick<IngesterMetrics, 'revised'>,
    now: () => number,
    { settleIssue }: Pick<Classifier, 'settleIssue'> = CLASSIFIER,
  ) {
    this.#directory = directory;
    this.#warehouse = warehouse;
    this.#metrics = metrics;
    this.#now = now;
    this.#settleIssue = settleIssue;
  }

  /**
   * The same events with their settled verdicts, without those of publications that have been removed meanwhile.
   * Rejects when the catalog or the warehouse does not answer.
   * @param later What has been read after them.
   */
  async settle(
    events: readonly ReaderEvent[],
    later: Iterable<readonly ReaderEvent[]>,
  ): Promise<readonly ReaderEvent[]> {
    const settleIssue = this.#settleIssue;
    if (settleIssue === null) return events;
    const { byIssue, gone } = await this.#byIssue(events);
    const settled = [...events];
    const around = this.#aroundOf(byIssue, later, await this.#before(byIssue));
    for (const [issue, { facts, places, events: fresh }] of byIssue) {
      const judgements = settleIssue(facts, fresh, around.get(issue), null, true);
      for (let at = 0; at < fresh.length; at++) {
        const judgement = judgements[at];
        const event = fresh[at];
        if (event !== undefined && judgement) settled[places[at] ?? 0] = this.#revised(event, judgement);
      }
    }
    const kept = gone.size === 0 ? settled : settled.filter(({ publication }) => !gone.has(publication));
    this.#remember(kept);
    return kept;
  }

  /** Events with something to judge or to judge by, by issue; and the publications that are no more. */
  async #byIssue(events: readonly ReaderEvent[]) {
    for (;;) {
      this.#directory.asOf(this.#now());
      const byIssue = new Map<IssueId, Placed>();
      const gone = new Set<PublicationId>();
      // Most have the publication and the issue of the one before.
      let publication: PublicationId | null = null;
      let isKept = false;
      let issue: IssueId | null = null;
      let placed: Placed | null = null;
      for (let place = 0; place < events.length; place++) {
        const event = events[place] as ReaderEvent;
        if (event.publication !== publication) {
          publication = event.publication;
          isKept = this.#directory.hasPublication(publication);
          if (!isKept) gone.add(publication);
        }
        if (!isKept) continue;
        if (event.issue !== issue) {
          issue = event.issue;
          placed = issue === null ? null : (byIssue.get(issue) ?? this.#place(issue, publication));
          if (issue !== null && placed !== null) byIssue.set(issue, placed);
        }
        if (placed === null || !tells(event, placed.domains)) continue;
        placed.places.push(place);
        placed.events.push(event);
      }
      if (!(await this.#directory.learn())) return { byIssue, gone };
    }
  }

  #place(issue: IssueId, publication: PublicationId): Placed {
    const { links = 0, honeypots = [] } = this.#directory.facts(issue) ?? {};
    const rules = this.#directory.rules(publication);
    const facts = { links, honeypots: new Set<number>(honeypots), rules };
    return { facts, publication, domains: asksForDomains(rules), places: [], events: [] };
  }

  /** What came before and just after, of these issues. */
  #aroundOf(
    byIssue: ReadonlyMap<IssueId, Placed>,
    later: Iterable<readonly ReaderEvent[]>,
    earlier: readonly EarlierEvent[],
  ): ReadonlyMap<IssueId, EarlierEvent[]> {
    const around = new Map<IssueId, EarlierEvent[]>();
    const add = (event: EarlierEvent) => {
      const placed = event.issue === null ? undefined : byIssue.get(event.issue);
      if (event.issue === null || placed === undefined || !tells(event, placed.domains)) return;
      const some = around.get(event.issue);
      if (some === undefined) around.set(event.issue, [event]);
      else some.push(event);
    };
    // Clicks of the last moments are at hand already.
    const since = this.#recent.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY);
    for (const event of earlier) if (event.kind !== 'clicked' || isSighted(event) || event.time < since) add(event);
    for (const event of this.#recent) add(event);
    for (const events of later) for (const event of events) add(event);
    return around;
  }

  /**
   * What readers had fetched before who click now: that they opened the message tells much of their clicks, and nothing
   * of an open by itself, but where a scanner had been. Where a rule of the publication asks for a receiving domain, of
   * all who fetch something.
   */
  async #before(byIssue: ReadonlyMap<IssueId, Placed>): Promise<readonly EarlierEvent[]> {
    const asked = new Map<PublicationId, Asked>();
    for (const [issue, { publication, domains, events }] of byIssue) {
      const scanned = this.#scanned.get(issue);
      const readers = new Set<ReaderId>();
      for (const event of events) {
        const { kind, reader } = event;
        if (reader === null || !isFetch(event)) continue;
        // An import may bring what happened to a message in parts, one of them much later.
        const mayBeInParts = event.source === 'import';
        if (kind === 'clicked' || domains || mayBeInParts || scanned?.has(reader)) readers.add(reader);
      }
      if (readers.size === 0) continue;
      const its = asked.get(publication);
      if (its === undefined) asked.set(publication, { messages: new Map([[issue, readers]]), domains });
      else its.messages.set(issue, readers);
    }
    const found: EarlierEvent[] = [];
    for (const [publication, its] of asked) {
      for (const event of await this.#warehouse.earlierFetches({ publication, ...its })) found.push(event);
    }
    return found;
  }

  #revised(event: ReaderEvent, judgement: Judgement): ReaderEvent {
    if (!isFetch(event) || isJudgedSo(event, judgement)) return event;
    const { verdict, reasons, confidence } = judgement;
    if (event.verdict !== verdict) this.#metrics.revised.inc({ from: event.verdict, to: verdict });
    return { ...event, verdict, reasons, fetch: { ...event.fetch, confidence } };
  }

  #remember(events: readonly ReaderEvent[]): void {
    let latest = 0;
    for (const event of events) {
      if (isFetch(event)) latest = Math.max(latest, event.time);
      if (event.kind === 'clicked' || isDelivery(event) || isSighted(event)) this.#recent.push(event);
      if (event.verdict === 'scanner') this.#noteScan(event);
    }
    const since = latest - REMEMBERED_MS;
    this.#recent = this.#recent.filter(({ time }) => time >= since).slice(-MOST_REMEMBERED);
  }

  #noteScan({ issue, reader }: ReaderEvent): void {
    if (issue === null || reader === null) return;
    let readers = this.#scanned.get(issue);
    if (readers === undefined) {
      readers = new Set();
      this.#scanned.set(issue, readers);
    }
    if (readers.has(reader)) return;
    readers.add(reader);
    if (++this.#scans <= MOST_SCANNED) return;
    this.#scanned.clear();
    this.#scans = 0;
  }
}
