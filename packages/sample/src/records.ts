import type { LogRecord } from '@readout/events';
import { modelIssue } from './appeal.ts';
import type { SampleInput } from './input.ts';
import { Journal } from './journal.ts';
import { peopleOf } from './people.ts';
import { Random } from './random.ts';
import { NEWCOMERS } from './readers.ts';
import { deliver } from './reading.ts';
import { beginSubscription } from './subscription.ts';

/** Between one reader's mail and the next one's, ms: 80 a second. */
const SENDING_PACE = 12.5;

/**
 * Everything that happens to the sample publication, in the order of time, none of it after `input.now`: about 2.4
 * million records for all readers and issues. Made issue by issue as it is asked for, so that memory holds one
 * issue's records and the stragglers of those before. The same input gives the same records.
 *
 * The model is written down in docs/sample.md.
 */
export function* sampleRecords(input: SampleInput): Generator<LogRecord, void, undefined> {
  const issues = [...input.issues].sort((a, b) => a.sentAt - b.sentAt).filter(({ sentAt }) => sentAt <= input.now);
  const first = issues[0];
  if (first === undefined) return;
  const { now, seed = 0 } = input;
  const journal = new Journal(input.publication, now);
  const people = peopleOf(input, first.sentAt);
  const beginning = { random: new Random(seed, 3), referrals: new Random(seed, 5), journal };
  for (const person of people) beginSubscription(beginning, person, first.sentAt);

  for (const [index, issue] of issues.entries()) {
    const model = modelIssue(issue, index, seed);
    const run = { random: new Random(seed, 4, index), referrals: new Random(seed, 6, index), journal };
    let sent = issue.sentAt;
    for (const person of people) {
      if (person.joinedAt > issue.sentAt || person.unsubscribedAt <= issue.sentAt) continue;
      deliver(run, model, person, sent);
      sent += SENDING_PACE;
    }
    yield* journal.before(issues[index + 1]?.sentAt ?? Number.POSITIVE_INFINITY);
  }
}

/** Records per delivery beside those of gateways, and gateway fetches per delivery and link, as measured. */
const PER_DELIVERY = 1.977;
const PER_DELIVERY_AND_LINK = 0.0162;

/** How many records `sampleRecords` will yield, within a few per cent; costs nothing. For a progress bar. */
export function sampleRecordCount(input: SampleInput): number {
  const readers = input.readers.length * (input.scale ?? 1);
  const first = Math.min(...input.issues.map(({ sentAt }) => sentAt));
  let records = 0;
  for (const { sentAt, links } of input.issues) {
    if (sentAt > input.now) continue;
    const joined = input.now === first ? 0 : (sentAt - first) / (input.now - first);
    const deliveries = readers * (1 - NEWCOMERS + NEWCOMERS * joined);
    records += deliveries * (PER_DELIVERY + PER_DELIVERY_AND_LINK * links.length);
  }
  return Math.round(records);
}
