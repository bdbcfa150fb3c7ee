import type { Catalog, LinkTarget, Offering } from '@readout/catalog';
import type { IssueId, LinkId, PublicationId, PublicId, ReaderId } from '@readout/events';
import { PLACES_SECRET } from '@readout/network';
import { REFERENCE_SECRET } from '@readout/tokens';
import type { Logger } from 'pino';
import type { CatalogCopy } from './catalog-copy.ts';

export type CatalogSource = Pick<
  Catalog,
  | 'findLinkTarget'
  | 'linkTargetsAfter'
  | 'issueTargetsAfter'
  | 'countTargets'
  | 'collectionRules'
  | 'mailProviders'
  | 'offerings'
  | 'tokenKeys'
  | 'readersWithAccess'
  | 'billingSystems'
  | 'dailySalt'
  | 'installationSecret'
>;

const EVERY_MS = 5_000;
/** Who pays changes slowly, and may be a long list. */
const ACCESS_EVERY_MS = 60_000;

/** Keeps the collector's copy of the catalog fresh while the catalog answers, and leaves it alone while it does not. */
export class CatalogSync {
  readonly #source: CatalogSource;
  readonly #copy: CatalogCopy;
  readonly #logger: Logger;
  /** UTC, milliseconds. */
  readonly #now: () => number;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #answers = true;
  /** The secrets never change, but a copy may be of a catalog that is not used any more. */
  #secretsAreFresh = false;
  /** For which publications it was looked up who has access, and when. */
  #access = { of: '', at: Number.NEGATIVE_INFINITY };

  constructor(source: CatalogSource, copy: CatalogCopy, logger: Logger, now: () => number) {
    this.#source = source;
    this.#copy = copy;
    this.#logger = logger;
    this.#now = now;
  }

  /** Copies what there is now and then goes on by itself. Resolves after the first try, whether or not it worked. */
  async start(): Promise<void> {
    await this.#try();
    this.#timer = setInterval(() => {
      this.#running = this.#running.then(() => this.#try());
    }, EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#running;
  }

  /** A link that the copy does not have: made since the last look, perhaps. Rejects when the catalog does not answer. */
  async findLink(id: PublicId): Promise<LinkTarget | null> {
    const link = await this.#source.findLinkTarget(id);
    if (link !== null) await this.#copy.addLinks([link]);
    return link;
  }

  async #try(): Promise<void> {
    try {
      await this.sync();
      if (!this.#answers) this.#logger.info('the catalog answers again; the copy of its links is fresh');
      this.#answers = true;
    } catch (error) {
      if (this.#answers)
        this.#logger.warn({ err: error }, 'the catalog does not answer; links are served from the copy');
      this.#answers = false;
    }
  }

  async sync(): Promise<void> {
    const wanted = await this.#source.countTargets();
    let { links, lastLink, issues, lastIssue } = this.#copy.counts;
    if (wanted.lastLink > lastLink) {
      for await (const page of this.#source.linkTargetsAfter(lastLink)) {
        await this.#copy.addLinks(page);
        links += page.length;
        lastLink = page.at(-1)?.id ?? lastLink;
      }
    }
    if (wanted.lastIssue > lastIssue) {
      for await (const page of this.#source.issueTargetsAfter(lastIssue)) {
        await this.#copy.addIssues(page);
        issues += page.length;
        lastIssue = page.at(-1)?.id ?? lastIssue;
      }
    }
    await this.#copy.setCounts({ links, lastLink, issues, lastIssue });
    // Something was removed, or came late under a lower number. More than there were: the next look settles that.
    if (links > wanted.links || lastLink > wanted.lastLink || (links < wanted.links && lastLink >= wanted.lastLink)) {
      await this.#copyAllLinks();
    }
    if (
      issues > wanted.issues ||
      lastIssue > wanted.lastIssue ||
      (issues < wanted.issues && lastIssue >= wanted.lastIssue)
    ) {
      await this.#copyAllIssues();
    }
    await this.#copy.setRules(await this.#source.collectionRules());
    await this.#copy.setProviders(await this.#source.mailProviders());
    await this.#copy.setTokenKeys(await this.#source.tokenKeys());
    const offerings = await this.#source.offerings();
    // First who has access, so that nobody is taken for a free reader when the experiment begins.
    await this.#copyAccess(offerings);
    await this.#copy.setOfferings(offerings);
    await this.#copy.setBillingSystems(await this.#source.billingSystems());
    const day = new Date(this.#now()).toISOString().slice(0, 10);
    if (this.#copy.salt(day) === undefined) await this.#copy.setSalt(day, await this.#source.dailySalt(day));
    if (!this.#secretsAreFresh) {
      await this.#copy.setPlacesSecret(await this.#source.installationSecret(PLACES_SECRET));
      await this.#copy.setReferenceSecret(await this.#source.installationSecret(REFERENCE_SECRET));
      this.#secretsAreFresh = true;
    }
  }

  /** Who has access, where an experiment is about free readers alone. */
  async #copyAccess(offerings: readonly Offering[]): Promise<void> {
    const wanted = offerings.flatMap(({ publication, experiment }) =>
      experiment?.readers === 'free' ? [publication] : [],
    );
    const of = wanted.join();
    const now = this.#now();
    if (of === this.#access.of && now - this.#access.at < ACCESS_EVERY_MS) return;
    const lists = new Map<PublicationId, ReaderId[]>();
    for (const publication of wanted) {
      const readers: ReaderId[] = [];
      for await (const page of this.#source.readersWithAccess(publication)) readers.push(...page);
      lists.set(publication, readers);
    }
    await this.#copy.setAccess(lists);
    this.#access = { of, at: now };
  }

  async #copyAllLinks(): Promise<void> {
    const there = new Set<string>();
    let lastLink: LinkId | 0 = 0;
    for await (const page of this.#source.linkTargetsAfter(0)) {
      await this.#copy.addLinks(page);
      for (const { publicId } of page) there.add(publicId);
      lastLink = page.at(-1)?.id ?? lastLink;
    }
    await this.#copy.removeOthers('link', (id) => there.has(id));
    await this.#copy.setCounts({ ...this.#copy.counts, links: there.size, lastLink });
  }

  async #copyAllIssues(): Promise<void> {
    const there = new Set<string>();
    let lastIssue: IssueId | 0 = 0;
    for await (const page of this.#source.issueTargetsAfter(0)) {
      await this.#copy.addIssues(page);
      for (const { publicId } of page) there.add(publicId);
      lastIssue = page.at(-1)?.id ?? lastIssue;
    }
    await this.#copy.removeOthers('issue', (id) => there.has(id));
    await this.#copy.setCounts({ ...this.#copy.counts, issues: there.size, lastIssue });
  }
}
