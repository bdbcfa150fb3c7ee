import type { Catalog, IssueWithStructure, Publication } from '@readout/catalog';
import { isPublicId, type PublicId } from '@readout/events';
import { UnsafeDestinationError } from '@readout/instrumenter';
import { localDay, nameOfDay, startOfDay } from '@readout/local-time';
import { createIssue } from '@readout/new-issue';
import { decodeWords } from '../mime/encoded-words.ts';
import { type Field, fieldValue } from '../mime/field.ts';
import { mailingKey, mailingName } from './mailing-key.ts';
import { neutralHtml } from './neutral.ts';
import type { Addressee } from './personal.ts';
import { UntouchedError } from './untouched.ts';

/** Names the issue that a message is of; `none`: it is of none. Taken out before it is passed on. */
export const ISSUE_FIELD = 'x-readout-issue';

/** A mailing that began before midnight and still goes on. */
const MAY_GO_ON_MS = 6 * 3_600_000;
/** More than anybody sends; what a sender makes of each message a mailing of its own comes to. */
const MOST_MAILINGS_A_DAY = 50;
const REMEMBERS_MS = 60_000;
const REMEMBERS = 20;
/** What the editions that are kept have where a token goes: nobody sends those. */
const MERGE_TAG = '{{ readout_token }}';

export type IssueCatalog = Pick<
  Catalog,
  'findIssue' | 'updateIssue' | 'findMailings' | 'createMailing' | 'countMailings' | 'saveEditions'
>;

export interface FirstSeen {
  readonly fields: readonly Field[];
  readonly html: string;
  readonly to: Addressee;
  /** UTC, milliseconds. */
  readonly receivedAt: number;
}

/** Another message of the mailing was first. */
class OvertakenError extends Error {}

/** Knows which issue a message is of, and makes it of the first message of a mailing. */
export class IssueFinder {
  readonly #catalog: IssueCatalog;
  readonly #publicUrl: string;
  readonly #onMade: (publication: Publication, issue: IssueWithStructure) => void;
  /** An issue's sections and links stay what they are. */
  readonly #known = new Map<string, { readonly issue: IssueWithStructure; readonly until: number }>();

  constructor(
    catalog: IssueCatalog,
    publicUrl: string,
    onMade: (publication: Publication, issue: IssueWithStructure) => void,
  ) {
    this.#catalog = catalog;
    this.#publicUrl = publicUrl;
    this.#onMade = onMade;
  }

  /** @throws {UntouchedError} where there is none, and none is to be made. */
  async find(publication: Publication, message: FirstSeen): Promise<IssueWithStructure> {
    const named = fieldValue(message.fields, ISSUE_FIELD);
    if (named !== null) return this.#named(publication, named, message.receivedAt);
    if (/^auto-/i.test(fieldValue(message.fields, 'auto-submitted') ?? '')) throw new UntouchedError('automatic');
    const mailing = mailingName(message.fields);
    if (mailing === null) throw new UntouchedError('unreadable', 'it has neither a sender nor a subject');
    const today = localDay(message.receivedAt, publication.timeZone);
    const key = mailingKey(mailing, nameOfDay(today));
    const [now = null, before = null] = await this.#catalog.findMailings(publication.id, [
      key,
      mailingKey(mailing, nameOfDay(today - 1)),
    ]);
    const goesOn = before !== null && message.receivedAt - before.createdAt.getTime() < MAY_GO_ON_MS ? before : null;
    const known = now ?? goesOn;
    if (known !== null) return this.#read(publication, known.issue);
    const began = new Date(startOfDay(today, publication.timeZone));
    if ((await this.#catalog.countMailings(publication.id, began)) >= MOST_MAILINGS_A_DAY) {
      throw new UntouchedError('too_many_issues');
    }
    return this.#make(publication, key, message);
  }

  async #named(publication: Publication, named: string, receivedAt: number): Promise<IssueWithStructure> {
    if (named.toLowerCase() === 'none') throw new UntouchedError('declined');
    if (!isPublicId(named)) throw new UntouchedError('unknown_issue');
    const issue = await this.#read(publication, named);
    if (issue.sentAt !== null) return issue;
    const sentAt = new Date(receivedAt);
    await this.#catalog.updateIssue(publication.id, issue.publicId, { sentAt });
    this.#remember(publication, { ...issue, sentAt }, Date.now());
    return issue;
  }

  async #read(publication: Publication, id: PublicId): Promise<IssueWithStructure> {
    const key = keyOf(publication, id);
    const now = Date.now();
    const known = this.#known.get(key);
    if (known !== undefined && known.until > now) return known.issue;
    const issue = await this.#catalog.findIssue(publication.id, id);
    if (issue === null) throw new UntouchedError('unknown_issue');
    this.#remember(publication, issue, now);
    return issue;
  }

  async #make(publication: Publication, key: Buffer, message: FirstSeen): Promise<IssueWithStructure> {
    const { fields, html, to, receivedAt } = message;
    const subject = decodeWords(fieldValue(fields, 'subject') ?? '').trim();
    const catalog = {
      createIssue: async (id: Publication['id'], issue: Parameters<Catalog['createIssue']>[1]) => {
        const made = await this.#catalog.createMailing(id, key, issue);
        if (made === null) throw new OvertakenError();
        return made;
      },
      saveEditions: this.#catalog.saveEditions.bind(this.#catalog),
    };
    try {
      const { issue } = await createIssue({ catalog, publicUrl: this.#publicUrl }, publication, {
        editions: [{ edition: 'whole', html: neutralHtml(html, to) }],
        title: subject === '' ? null : withoutName(subject, to),
        subtitle: '',
        sentAt: new Date(receivedAt),
        tags: [],
        mergeTag: MERGE_TAG,
      });
      this.#onMade(publication, issue);
      return issue;
    } catch (error) {
      if (error instanceof UnsafeDestinationError) throw new UntouchedError('unsafe_link', error.message);
      if (!(error instanceof OvertakenError)) throw error;
      const [first] = await this.#catalog.findMailings(publication.id, [key]);
      if (first === null || first === undefined) throw new UntouchedError('unknown_issue');
      return this.#read(publication, first.issue);
    }
  }

  #remember(publication: Publication, issue: IssueWithStructure, now: number): void {
    const key = keyOf(publication, issue.publicId);
    this.#known.delete(key);
    this.#known.set(key, { issue, until: now + REMEMBERS_MS });
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERS && oldest !== undefined) this.#known.delete(oldest);
  }
}

function keyOf(publication: Publication, id: PublicId): string {
  return `${publication.id} ${id}`;
}

function withoutName(subject: string, { address, name }: Addressee): string {
  const first = name?.trim().split(/\s+/, 1)[0] ?? '';
  const plain = subject.replaceAll(address, '…');
  return first.length < 2 ? plain : plain.replace(new RegExp(`^${first.replace(/\W/gu, '.')}[,:]\\s+`, 'iu'), '');
}
