import { LogFullError, type Spool } from '@readout/event-log';
import { encodeRecord, MAIL_PROVIDERS, type MailProvider, type PublicId } from '@readout/events';
import type { Networks } from '@readout/network';
import type { Logger } from 'pino';
import type { CatalogCopy } from '../catalog-copy.ts';
import type { CollectorSettings } from '../collector.ts';
import type { FetchText } from './fetch-text.ts';
import { mailgun } from './mailgun.ts';
import type { HookMetrics } from './metrics.ts';
import { noticeOf } from './notice-of.ts';
import { postmark } from './postmark.ts';
import type { HookProvider, Posted } from './provider.ts';
import { sendgrid } from './sendgrid.ts';
import { ses } from './ses.ts';
import type { SpentTokens } from './spent-tokens.ts';
import type { HookRefusal, HookTaker, Refused, Taken } from './taker.ts';

const TELL_EVERY_MS = 10_000;

export interface HooksParts {
  readonly log: Spool;
  readonly copy: CatalogCopy;
  readonly networks: Networks;
  readonly spent: SpentTokens;
  readonly settings: Pick<CollectorSettings, 'addresses'>;
  readonly metrics: HookMetrics;
  readonly logger: Logger;
  /** What Amazon SNS is asked with: for its certificates, and to confirm a subscription. */
  readonly fetchText: FetchText;
  /** UTC, milliseconds. */
  readonly now: () => number;
}

/** Takes what mail providers report on a publication's mail. Nothing of it is believed before its signature holds. */
export class Hooks implements HookTaker<MailProvider> {
  readonly #parts: HooksParts;
  readonly #providers: Readonly<Record<MailProvider, HookProvider>>;
  /** Tokens of requests that are under way. */
  readonly #taken = new Set<string>();
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(parts: HooksParts) {
    this.#parts = parts;
    this.#providers = { mailgun, sendgrid, ses: ses(parts.fetchText), postmark };
  }

  knows(name: string): name is MailProvider {
    return (MAIL_PROVIDERS as readonly string[]).includes(name);
  }

  isSetUp(provider: MailProvider, publication: PublicId): boolean {
    return this.#parts.copy.providerKey(publication, provider) !== null;
  }

  /** How many reports are on disk now, or why none is. */
  async take(provider: MailProvider, publication: PublicId, posted: Posted): Promise<Taken | Refused | HookRefusal> {
    const outcome = await this.#take(this.#providers[provider], publication, posted);
    const told = typeof outcome === 'object' ? outcome.refusal : outcome;
    this.#parts.metrics.request(provider, typeof told === 'number' ? 'recorded' : told);
    return typeof outcome === 'number' ? { recorded: outcome } : outcome;
  }

  async #take(provider: HookProvider, publication: PublicId, posted: Posted): Promise<number | Refused | HookRefusal> {
    const { copy, spent, now } = this.#parts;
    const key = copy.providerKey(publication, provider.name);
    if (key === null) return 'unknown';
    const proof = await provider.verify(posted, key, now());
    if (!proof.ok) return proof.says === undefined ? proof.refusal : { refusal: proof.refusal, says: proof.says };
    const introduced = await provider.introduce?.(posted.json, key);
    if (introduced === 'done') return this.#introduced(provider, publication);
    if (introduced) return introduced;
    const { once } = proof;
    if (once === null) return await this.#keep(provider, publication, posted.json);
    const whose = `${provider.name} ${publication}`;
    const taken = `${whose} ${once.token}`;
    if (spent.isSpent(whose, once)) return 'repeated';
    // Whether the first is kept is not known yet, and a provider does not send again what it is told was repeated.
    if (this.#taken.has(taken)) return 'unavailable';
    this.#taken.add(taken);
    try {
      const kept = await this.#keep(provider, publication, posted.json);
      // What was not kept may be sent again, under the same token perhaps.
      if (typeof kept === 'number') await spent.spend(whose, once, now());
      return kept;
    } finally {
      this.#taken.delete(taken);
    }
  }

  #introduced({ name }: HookProvider, publication: PublicId): number {
    this.#parts.logger.info({ publication, provider: name }, 'a mail provider was told that its reports are taken');
    return 0;
  }

  async #keep(provider: HookProvider, publication: PublicId, json: unknown): Promise<number | HookRefusal> {
    const { log, copy, networks, settings, metrics } = this.#parts;
    const happenings = provider.read(json);
    if (happenings === null) return 'malformed';
    const rules = copy.rulesByPublicId(publication);
    if (rules === undefined) return 'unknown';
    const parts = {
      provider: provider.name,
      rules,
      referenceSecret: copy.referenceSecret(),
      networks,
      addresses: settings.addresses,
    };
    const lines: string[] = [];
    for (const happening of happenings) {
      if (happening === null) {
        metrics.report(provider.name, 'malformed');
        continue;
      }
      const notice = noticeOf(happening, parts);
      const isOthers = typeof notice !== 'string' && this.#isOthers(notice.issue, rules.publication);
      metrics.report(provider.name, typeof notice === 'string' ? notice : isOthers ? 'foreign' : 'recorded');
      if (typeof notice !== 'string' && !isOthers) lines.push(encodeRecord(notice));
    }
    try {
      if (lines.length > 0) await log.appendAll(lines);
    } catch (error) {
      this.#tell(error);
      return 'unavailable';
    }
    return lines.length;
  }

  /** Of an issue that the copy does not have yet the ingester will know. */
  #isOthers(issue: string, publication: number): boolean {
    const its = this.#parts.copy.issue(issue as PublicId);
    return its !== undefined && its !== publication;
  }

  #tell(error: unknown): void {
    const now = performance.now();
    if (now - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = now;
    const what =
      error instanceof LogFullError ? 'the event log is full' : 'reports of a mail provider could not be kept';
    this.#parts.logger.error({ err: error }, `${what}: it is asked to send them again`);
  }
}
