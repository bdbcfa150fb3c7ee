import { isAddress } from '../address.ts';
import { type Noting, noteAgentsNotKept, Oddities } from '../oddities.ts';
import type {
  Found,
  ImportedEvent,
  ImportedEvents,
  ImportedKind,
  ImportedPerson,
  ImportedPost,
  ImportSource,
  LookProgress,
} from '../source.ts';
import { type Campaign, numberIn, readCampaigns, textIn } from './campaign.ts';
import { type BodyKind, campaignHtml } from './campaign-html.ts';
import * as questions from './questions.ts';
import { type DatabaseRow, ReadOnlyDatabase } from './reading.ts';

const BODY_KINDS: readonly BodyKind[] = ['richtext', 'html', 'visual', 'markdown', 'plain'];
/** What its bounces are to us. A soft one is none: it is tried again. */
const BOUNCES: readonly (readonly [string, ImportedKind])[] = [
  ['hard', 'bounced'],
  ['complaint', 'complained'],
];

/**
 * The database of a listmonk that runs or ran, which is only read: docs/import-listmonk.md.
 * @param address As `postgres://reader:secret@localhost:5432/listmonk`.
 * @throws {UnreadableImportError} where it cannot be reached, or is not listmonk's.
 */
export async function openListmonk(address: string): Promise<ImportSource> {
  const database = new ReadOnlyDatabase(address);
  try {
    const never = new AbortController().signal;
    const campaigns = await database.all(questions.CAMPAIGNS, never);
    const [bounces] = await database.all(questions.HAS_BOUNCES, never);
    return new Listmonk(database, campaigns, bounces?.['hasBounces'] === true);
  } catch (error) {
    await database.close();
    throw error;
  }
}

class Listmonk implements ImportSource {
  readonly #database: ReadOnlyDatabase;
  readonly #campaigns: readonly Campaign[];
  readonly #oddities = new Oddities();
  readonly #hasBounces: boolean;

  constructor(database: ReadOnlyDatabase, campaigns: readonly DatabaseRow[], hasBounces: boolean) {
    this.#database = database;
    this.#campaigns = readCampaigns(campaigns, this.#oddities);
    this.#hasBounces = hasBounces;
  }

  async look(signal: AbortSignal, onProgress: (progress: LookProgress) => void): Promise<Found> {
    onProgress({ done: 0, total: null });
    const looked = new Oddities();
    const counting = new Counting(new Set(this.#campaigns.map(({ id }) => id)), looked);
    for (const kind of ['opened', 'clicked'] as const) {
      counting.add(kind, await this.#database.all(questions.COUNTS[kind], signal));
    }
    if (this.#hasBounces) counting.addBounces(await this.#database.all(questions.BOUNCE_COUNTS, signal));
    counting.addUnsubscribed(await this.#database.all(questions.UNSUBSCRIBED_COUNT, signal));
    const [people] = await this.#database.all(questions.PEOPLE_COUNT, signal);
    // Nobody's deliveries are kept: the number is what there is.
    for (const { id, sent } of this.#campaigns)
      looked.note('recipients_not_kept', 'campaigns', `${id}: sent to ${sent}`);
    const counted = counting.found();
    noteAgentsNotKept(counted.events, looked);
    return {
      // It stands in the settings, among the passwords of mail servers.
      name: null,
      posts: this.#campaigns.length,
      people: numberIn(people ?? {}, 'rows') ?? 0,
      ...counted,
      oddities: [...this.#oddities.all(), ...looked.all()],
    };
  }

  async *posts(signal: AbortSignal): AsyncGenerator<ImportedPost> {
    for (const { id, title, sentAt, tags } of this.#campaigns) {
      const [row] = await this.#database.all(questions.BODY, signal, [id]);
      const written = textIn(row ?? {}, 'kind');
      const kind = BODY_KINDS.find((one) => one === written) ?? 'html';
      const html = campaignHtml(textIn(row ?? {}, 'body'), kind);
      yield { key: id, title, subtitle: '', sentAt, html, audience: 'everyone', tags };
    }
  }

  async *people(signal: AbortSignal): AsyncGenerator<readonly ImportedPerson[]> {
    for await (const rows of this.#database.chunks(questions.PEOPLE, signal)) {
      yield rows.flatMap((row) => {
        const address = textIn(row, 'email');
        if (!isAddress(address)) return [];
        const subscribedAt = numberIn(row, 'subscribedAt');
        return [{ address, segment: 'free', subscribedAt, firstPaymentAt: null, paidUntil: null, plan: '' }];
      });
    }
  }

  async *events(signal: AbortSignal): AsyncGenerator<ImportedEvents> {
    for (const { id } of this.#campaigns) {
      yield* this.#of(id, 'opened', questions.VIEWS, signal, [id]);
      yield* this.#of(id, 'clicked', questions.CLICKS, signal, [id]);
      if (!this.#hasBounces) continue;
      for (const [type, kind] of BOUNCES) yield* this.#of(id, kind, questions.BOUNCES, signal, [id, type]);
    }
    yield* this.#of(null, 'unsubscribed', questions.UNSUBSCRIBED, signal);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  async *#of(
    post: string | null,
    kind: ImportedKind,
    question: string,
    signal: AbortSignal,
    values: readonly string[] = [],
  ): AsyncGenerator<ImportedEvents> {
    for await (const rows of this.#database.chunks(question, signal, values)) {
      const events = rows.flatMap((row) => eventIn(row) ?? []);
      if (events.length > 0) yield { post, kind, rows: events };
    }
  }
}

function eventIn(row: DatabaseRow): ImportedEvent | null {
  const address = textIn(row, 'email');
  const time = numberIn(row, 'time');
  if (time === null || !isAddress(address)) return null;
  const url = textIn(row, 'url');
  return /^https?:\/\//i.test(url) ? { address, time, url } : { address, time };
}

/** Adds up what the tables hold, by kind. */
class Counting {
  readonly #campaigns: ReadonlySet<string>;
  readonly #oddities: Noting;
  readonly #events: Partial<Record<ImportedKind, number>> = {};
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;

  constructor(campaigns: ReadonlySet<string>, oddities: Noting) {
    this.#campaigns = campaigns;
    this.#oddities = oddities;
  }

  add(kind: 'opened' | 'clicked', rows: readonly DatabaseRow[]): void {
    const table = kind === 'opened' ? 'campaign_views' : 'link_clicks';
    for (const row of rows) {
      const campaign = textIn(row, 'campaign');
      const nobodys = numberIn(row, 'nobodys') ?? 0;
      if (!this.#isKnown(campaign, table, (numberIn(row, 'rows') ?? 0) + nobodys)) continue;
      if (nobodys > 0) this.#oddities.note('unreadable_address', table, campaign, nobodys);
      this.#count(kind, row);
    }
  }

  addBounces(rows: readonly DatabaseRow[]): void {
    for (const row of rows) {
      const count = numberIn(row, 'rows') ?? 0;
      if (!this.#isKnown(textIn(row, 'campaign'), 'bounces', count)) continue;
      const type = textIn(row, 'type');
      const [, kind] = BOUNCES.find(([one]) => one === type) ?? [];
      if (kind === undefined) this.#oddities.note('unknown_kind', 'bounces', type, count);
      else this.#count(kind, row);
    }
  }

  addUnsubscribed(rows: readonly DatabaseRow[]): void {
    for (const row of rows) this.#count('unsubscribed', row);
  }

  found(): Pick<Found, 'events' | 'from' | 'to'> {
    return {
      events: this.#events,
      from: Number.isFinite(this.#from) ? this.#from : null,
      to: Number.isFinite(this.#to) ? this.#to : null,
    };
  }

  #isKnown(campaign: string, table: string, rows: number): boolean {
    if (this.#campaigns.has(campaign)) return true;
    this.#oddities.note('unknown_post', table, campaign || null, rows);
    return false;
  }

  #count(kind: ImportedKind, row: DatabaseRow): void {
    const rows = numberIn(row, 'rows') ?? 0;
    if (rows === 0) return;
    this.#events[kind] = (this.#events[kind] ?? 0) + rows;
    this.#from = Math.min(this.#from, numberIn(row, 'from') ?? this.#from);
    this.#to = Math.max(this.#to, numberIn(row, 'to') ?? this.#to);
  }
}
