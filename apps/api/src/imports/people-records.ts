import { type Stated, statementOf } from '@readout/billing';
import { encodeRecord, type Fact, UNKNOWN_CURRENCY } from '@readout/events';
import type { ImportedPerson } from '@readout/importers';
import { hashedName } from '@readout/tokens';
import { issueBefore } from './issue-before.ts';
import type { ListedPerson } from './people.ts';
import type { Home, ImportContext, KnownSubscription, SentIssue, Tally } from './worker-messages.ts';

interface Parts {
  readonly context: ImportContext;
  readonly issues: readonly SentIssue[];
  /** Readers of whom it is there that they signed up. */
  readonly signedUp: ReadonlySet<number>;
  readonly subscriptions: ReadonlyMap<number, KnownSubscription>;
}

/** Records of who signed up, and of who pays, that are not there yet. */
export class PeopleRecords {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
  }

  static async begin(home: Pick<Home, 'held' | 'sentIssues' | 'subscriptions'>, context: ImportContext) {
    const held = await home.held(null);
    return new PeopleRecords({
      context,
      issues: await home.sentIssues(),
      signedUp: new Set(held.filter(({ kind }) => kind === 'subscribed').map(({ reader }) => reader)),
      subscriptions: new Map((await home.subscriptions()).map((one) => [one.name, one])),
    });
  }

  linesOf(person: ImportedPerson, listed: ListedPerson, tally: Tally): readonly string[] {
    return [...this.#signUp(person, listed, tally), ...this.#payment(person, listed, tally)];
  }

  #signUp({ subscribedAt }: ImportedPerson, { reader }: ListedPerson, tally: Tally): string[] {
    const { context, issues, signedUp } = this.#parts;
    if (subscribedAt === null) return [];
    if (signedUp.has(reader)) {
      tally.known++;
      return [];
    }
    tally.events++;
    const issue = issueBefore(issues, subscribedAt, context.windowMs);
    const fact: Fact = {
      type: 'fact',
      version: 1,
      kind: 'subscribed',
      time: subscribedAt,
      publication: context.publication,
      ...(issue === null ? {} : { issue: issue.id }),
      reader,
      segment: 'free',
      source: 'import',
    };
    return [encodeRecord(fact)];
  }

  /** What is paid for is a subscription that began with its first payment, of which only the day is known. */
  #payment(person: ImportedPerson, { reference }: ListedPerson, tally: Tally): string[] {
    const { firstPaymentAt: paidAt, paidUntil, plan, segment } = person;
    if (paidAt === null) return [];
    const { context, issues, subscriptions } = this.#parts;
    const name = `${context.format} ${Buffer.from(reference).toString('hex')}`;
    const known = subscriptions.get(hashedName(name));
    const endedAt =
      segment === 'premium'
        ? null
        : Math.max(paidAt, Math.min(paidUntil ?? context.latest ?? context.now, context.now));
    const stated: Stated[] = [];
    const issue = issueBefore(issues, paidAt, context.windowMs);
    const whose = {
      subscription: name,
      reader: person.address,
      ...(issue === null ? {} : { issue: issue.publicId }),
    };
    const standing = (time: number, ended: number | null): Stated => ({
      ...whose,
      time,
      says: {
        what: 'standing',
        status: ended === null ? 'active' : 'ended',
        startedAt: paidAt,
        trialFrom: null,
        trialTo: null,
        cancelledAt: null,
        endedAt: ended,
        plan,
        price: null,
        currency: null,
        months: null,
      },
    });
    if (known?.hasPaid !== true) {
      stated.push(standing(paidAt, null));
      const says = { what: 'payment', id: `${name} first`, amount: 0, currency: UNKNOWN_CURRENCY } as const;
      stated.push({ ...whose, time: paidAt, says });
    }
    if (endedAt !== null && known?.hasEnded !== true) stated.push(standing(endedAt, endedAt));
    // Whoever has come back is a subscriber from the moment on from which that is known.
    if (endedAt === null && known?.hasEnded === true) stated.push(standing(context.now, null));
    if (stated.length === 0) tally.known++;
    tally.statements += stated.length;
    const { publication, publicId, referenceSecret } = context;
    return stated.map((one) =>
      encodeRecord(statementOf(one, { system: 'import', publication, publicId, referenceSecret })),
    );
  }
}
