import type {
  BillingSystemSetup,
  CollectionRules,
  IssueTarget,
  LinkTarget,
  MailProviderKey,
  Offering,
  TargetCounts,
  TokenKey,
} from '@readout/catalog';
import type { KeyId, MailProvider, PublicationId, PublicId, ReaderId, ReportingSystem } from '@readout/events';
import { Places } from '@readout/network';
import { open, type RootDatabase } from 'lmdb';
import { z } from 'zod';
import { type Answer, redirectTo } from './answer.ts';
import {
  type KnownKey,
  type KnownOffering,
  readKeys,
  readOfferings,
  readReaders,
  writeKeys,
  writeOfferings,
  writeReaders,
} from './known-offering.ts';
import { type OwnPage, ownPage } from './own-page.ts';

/** What the collector knows of a link. The only place that a redirect's destination ever comes from. */
export interface KnownLink {
  /** Where it leads. */
  readonly answer: Answer;
  /** Where that is a page of the publication's own sites, which may be told who comes; null: it is not. */
  readonly own: OwnPage | null;
  readonly issue: PublicId;
  readonly publication: PublicationId;
}

/** How long what was once looked at is believed before a look for changes, which another process may have made. */
const LOOK_EVERY_MS = 1_000;
/** Links and issues kept at hand; when there are more, all are let go of and looked up anew. */
const REMEMBERED = 20_000;

const storedRules = z.array(
  z.object({
    publication: z.custom<PublicationId>(Number.isSafeInteger),
    publicId: z.custom<PublicId>((value) => typeof value === 'string'),
    sites: z.array(z.string()),
    tracksOpens: z.boolean(),
    tracksClicks: z.boolean(),
    tracksReaders: z.boolean(),
  }),
);
const storedProviders = z.array(
  z.object({
    publication: z.custom<PublicationId>(Number.isSafeInteger),
    provider: z.string(),
    key: z.string(),
  }),
);
const storedBillingSystems = z.array(
  z.object({
    publication: z.custom<PublicationId>(Number.isSafeInteger),
    system: z.string(),
    secret: z.string(),
    account: z.string().nullable(),
    takesTests: z.boolean(),
  }),
);
/** By what a billing system's reports are known for its own, and which of them are taken. */
export type KnownBillingSystem = Pick<BillingSystemSetup, 'secret' | 'account' | 'takesTests'>;
const storedCounts = z.object({ links: z.number(), lastLink: z.number(), issues: z.number(), lastIssue: z.number() });

const NOTHING_YET: TargetCounts = { links: 0, lastLink: 0, issues: 0, lastIssue: 0 };

/**
 * The collector's own persistent copy of what it needs of the catalog: links, issues, the rules of publications, the
 * salts of days, what is offered to whom, the keys of tokens and of mail providers, the secrets of billing systems, and
 * those that places and references are made with. In LMDB, so that it is there at once after a start, whether or not the
 * catalog answers, and so
 * that one process writes it and all collectors on a machine read it.
 */
export class CatalogCopy {
  readonly #database: RootDatabase<string, string>;
  /** Milliseconds of a clock that never goes back. */
  readonly #clock: () => number;
  /** The links that are clicked now are few: those of the newest issues. */
  readonly #links = new Map<PublicId, KnownLink>();
  readonly #issues = new Map<PublicId, PublicationId>();
  #lookedAt = Number.NEGATIVE_INFINITY;
  #version: string | undefined;
  #rulesText: string | undefined;
  #rules: ReadonlyMap<PublicationId, CollectionRules> = new Map();
  #byPublicId: ReadonlyMap<PublicId, CollectionRules> = new Map();
  #sites: ReadonlySet<string> = new Set();
  #providersText: string | undefined;
  /** Keys of mail providers, by publication and provider. */
  #providers: ReadonlyMap<string, string> = new Map();
  #offeringsText: string | undefined;
  #offerings: ReadonlyMap<PublicationId, KnownOffering> = new Map();
  #keysText: string | undefined;
  #keys: ReadonlyMap<KeyId, KnownKey> = new Map();
  /** Readers with access, each list with the mark that it was written under. */
  readonly #access = new Map<PublicationId, { readonly mark: string; readonly readers: ReadonlySet<ReaderId> }>();
  #billingText: string | undefined;
  /** By publication and system. */
  #billing: ReadonlyMap<string, KnownBillingSystem> = new Map();
  #places: Places | null = null;

  /** @param path a folder, made where it is missing. */
  constructor(path: string, { readOnly = false, clock = () => performance.now() } = {}) {
    this.#database = open<string, string>({ path, readOnly, encoding: 'string', noSubdir: false });
    this.#clock = clock;
    // Slots that a killed process left behind would be used up one day.
    if (!readOnly) this.#database.readerCheck();
  }

  link(id: PublicId): KnownLink | undefined {
    this.#look();
    const known = this.#links.get(id);
    if (known !== undefined) return known;
    const text = this.#database.get(`link ${id}`);
    if (text === undefined) return undefined;
    const link = this.#readLink(text);
    remember(this.#links, id, link);
    return link;
  }

  /** The publication of an issue. */
  issue(id: PublicId): PublicationId | undefined {
    this.#look();
    const known = this.#issues.get(id);
    if (known !== undefined) return known;
    const text = this.#database.get(`issue ${id}`);
    if (text === undefined) return undefined;
    const publication = Number(text) as PublicationId;
    remember(this.#issues, id, publication);
    return publication;
  }

  rulesOf(publication: PublicationId): CollectionRules | undefined {
    this.#look();
    return this.#rules.get(publication);
  }

  rulesByPublicId(publication: PublicId): CollectionRules | undefined {
    this.#look();
    return this.#byPublicId.get(publication);
  }

  /** What a mail provider's reports on a publication are verified by; null: it is not set up. */
  providerKey(publication: PublicId, provider: MailProvider): string | null {
    const rules = this.rulesByPublicId(publication);
    return rules === undefined ? null : (this.#providers.get(`${rules.publication} ${provider}`) ?? null);
  }

  /** What a publication offers; undefined: nothing. */
  offering(publication: PublicationId): KnownOffering | undefined {
    this.#look();
    return this.#offerings.get(publication);
  }

  tokenKey = (id: KeyId): KnownKey | undefined => {
    this.#look();
    return this.#keys.get(id);
  };

  /** Whether a reader pays or is in a trial, as of some minutes ago; known only while an experiment asks for that. */
  hasAccess(publication: PublicationId, reader: ReaderId): boolean {
    this.#look();
    const mark = this.#database.get(`access-mark ${publication}`);
    if (mark === undefined) return false;
    const known = this.#access.get(publication);
    if (known?.mark === mark) return known.readers.has(reader);
    const readers = readReaders(this.#database.get(`access ${publication}`) ?? '');
    this.#access.set(publication, { mark, readers });
    return readers.has(reader);
  }

  /** Null: it is not set up. */
  billingSystem(publication: PublicId, system: ReportingSystem): KnownBillingSystem | null {
    const rules = this.rulesByPublicId(publication);
    return rules === undefined ? null : (this.#billing.get(`${rules.publication} ${system}`) ?? null);
  }

  /** What senders' names for readers are hashed with. */
  referenceSecret(): Uint8Array | undefined {
    const text = this.#database.get('reference');
    return text === undefined ? undefined : Buffer.from(text, 'base64');
  }

  /** Whether any publication has this origin among its sites. */
  isSite(origin: string): boolean {
    this.#look();
    return this.#sites.has(origin);
  }

  /** @param day such as 2026-03-02. */
  salt(day: string): Uint8Array | undefined {
    const text = this.#database.get(`salt ${day}`);
    return text === undefined ? undefined : Buffer.from(text, 'base64');
  }

  /** What makes numbers of networks; null until the catalog has once given the secret for it. */
  places(): Places | null {
    if (this.#places !== null) return this.#places;
    const text = this.#database.get('places');
    if (text !== undefined) this.#places = new Places(Buffer.from(text, 'base64'));
    return this.#places;
  }

  /** How much of the catalog this is a copy of. */
  get counts(): TargetCounts {
    const text = this.#database.get('counts');
    return text === undefined ? NOTHING_YET : (storedCounts.parse(JSON.parse(text)) as TargetCounts);
  }

  async addLinks(links: readonly LinkTarget[]): Promise<void> {
    await this.#database.batch(() => {
      for (const { publicId, url, issuePublicId, publication } of links) {
        void this.#database.put(`link ${publicId}`, `${publication} ${issuePublicId} ${asLocation(url)}`);
      }
    });
  }

  async addIssues(issues: readonly IssueTarget[]): Promise<void> {
    await this.#database.batch(() => {
      for (const { publicId, publication } of issues) void this.#database.put(`issue ${publicId}`, String(publication));
    });
  }

  /** Removes the links (or issues) that `isThere` denies. */
  async removeOthers(kind: 'link' | 'issue', isThere: (id: string) => boolean): Promise<void> {
    const gone: string[] = [];
    for (const key of this.#database.getKeys({ start: `${kind} `, end: `${kind}!` })) {
      if (!isThere(key.slice(kind.length + 1))) gone.push(key);
    }
    await this.#database.batch(() => {
      for (const key of gone) void this.#database.remove(key);
    });
    await this.#database.put('version', `${Date.now()} ${Math.random()}`);
  }

  async setCounts(counts: TargetCounts): Promise<void> {
    await this.#put('counts', JSON.stringify(counts));
  }

  async setRules(rules: readonly CollectionRules[]): Promise<void> {
    await this.#put('rules', JSON.stringify(rules));
  }

  async setProviders(providers: readonly MailProviderKey[]): Promise<void> {
    const kept = providers.map(({ publication, provider, key }) => ({ publication, provider, key }));
    await this.#put('providers', JSON.stringify(kept));
  }

  async setOfferings(offerings: readonly Offering[]): Promise<void> {
    await this.#put('offerings', writeOfferings(offerings));
  }

  async setTokenKeys(keys: readonly TokenKey[]): Promise<void> {
    await this.#put('keys', writeKeys(keys));
  }

  /** Which readers have access, of these publications; of all others that is forgotten. */
  async setAccess(lists: ReadonlyMap<PublicationId, readonly ReaderId[]>): Promise<void> {
    for (const [publication, readers] of lists) {
      const text = writeReaders(readers);
      if (this.#database.get(`access ${publication}`) === text) continue;
      await this.#database.put(`access ${publication}`, text);
      await this.#database.put(`access-mark ${publication}`, `${Date.now()} ${Math.random()}`);
    }
    const kept = new Set([...lists.keys()].map(String));
    const gone = [...this.#database.getKeys({ start: 'access', end: 'access~' })].filter(
      (key) => !kept.has(key.slice(key.indexOf(' ') + 1)),
    );
    for (const key of gone) await this.#database.remove(key);
  }

  async setBillingSystems(systems: readonly BillingSystemSetup[]): Promise<void> {
    const kept = systems.map(({ createdAt: _, ...one }) => one);
    await this.#put('billing', JSON.stringify(kept));
  }

  async setReferenceSecret(secret: Uint8Array): Promise<void> {
    await this.#put('reference', Buffer.from(secret).toString('base64'));
  }

  /** Keeps the salt of a day and forgets all others. */
  async setSalt(day: string, salt: Uint8Array): Promise<void> {
    await this.#put(`salt ${day}`, Buffer.from(salt).toString('base64'));
    const others = [...this.#database.getKeys({ start: 'salt ', end: 'salt!' })].filter((key) => key !== `salt ${day}`);
    for (const key of others) await this.#database.remove(key);
  }

  async setPlacesSecret(secret: Uint8Array): Promise<void> {
    await this.#put('places', Buffer.from(secret).toString('base64'));
    this.#places = null;
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  /** A link as `addLinks` writes it. */
  #readLink(text: string): KnownLink {
    const first = text.indexOf(' ');
    const second = text.indexOf(' ', first + 1);
    const publication = Number(text.slice(0, first)) as PublicationId;
    const location = text.slice(second + 1);
    return {
      publication,
      issue: text.slice(first + 1, second) as PublicId,
      answer: redirectTo(location),
      own: ownPage(location, this.#rules.get(publication)?.sites ?? []),
    };
  }

  async #put(key: string, text: string): Promise<void> {
    if (this.#database.get(key) !== text) await this.#database.put(key, text);
  }

  #look(): void {
    const now = this.#clock();
    if (now - this.#lookedAt < LOOK_EVERY_MS) return;
    this.#lookedAt = now;
    const version = this.#database.get('version');
    if (version !== this.#version) {
      this.#version = version;
      this.#links.clear();
      this.#issues.clear();
    }
    this.#lookAtProviders();
    this.#lookAtOffers();
    this.#lookAtBilling();
    const text = this.#database.get('rules');
    if (text === this.#rulesText) return;
    this.#rulesText = text;
    const rules = text === undefined ? [] : storedRules.parse(JSON.parse(text));
    this.#rules = new Map(rules.map((one) => [one.publication, one]));
    this.#byPublicId = new Map(rules.map((one) => [one.publicId, one]));
    this.#sites = new Set(rules.flatMap(({ sites }) => sites));
    // Which of them lead to the publication's own sites may be others now.
    this.#links.clear();
  }

  #lookAtOffers(): void {
    const offerings = this.#database.get('offerings');
    if (offerings !== this.#offeringsText) {
      this.#offeringsText = offerings;
      this.#offerings = offerings === undefined ? new Map() : readOfferings(offerings);
    }
    const keys = this.#database.get('keys');
    if (keys === this.#keysText) return;
    this.#keysText = keys;
    this.#keys = keys === undefined ? new Map() : readKeys(keys);
  }

  #lookAtProviders(): void {
    const text = this.#database.get('providers');
    if (text === this.#providersText) return;
    this.#providersText = text;
    const providers = text === undefined ? [] : storedProviders.parse(JSON.parse(text));
    this.#providers = new Map(providers.map(({ publication, provider, key }) => [`${publication} ${provider}`, key]));
  }

  #lookAtBilling(): void {
    const text = this.#database.get('billing');
    if (text === this.#billingText) return;
    this.#billingText = text;
    const systems = text === undefined ? [] : storedBillingSystems.parse(JSON.parse(text));
    this.#billing = new Map(systems.map(({ publication, system, ...one }) => [`${publication} ${system}`, one]));
  }
}

function remember<Key, Value>(memory: Map<Key, Value>, key: Key, value: Value): void {
  if (memory.size >= REMEMBERED) memory.clear();
  memory.set(key, value);
}

const HEADER_SAFE = /^[\x21-\x7e]+$/;

/** A destination as a `Location` header can carry it (RFC 9110: a URI, so ASCII); most are that already. */
function asLocation(url: string): string {
  return HEADER_SAFE.test(url) ? url : new URL(url).href;
}
