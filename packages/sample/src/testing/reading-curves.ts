import type { Hit } from '@readout/events';
import type { SampleInput } from '../input.ts';
import { HOUR } from '../local-time.ts';
import { GMAIL_PREFETCH_AGENT } from '../mail-clients.ts';
import { sampleRecords } from '../records.ts';

/** An issue of the sample: to how many it was delivered, and how many people had read it at each age asked for. */
export interface ReadingCurve {
  /** UTC, ms. */
  readonly sentAt: number;
  readonly recipients: number;
  readonly readersAt: readonly number[];
}

/** The sample's issues, the first first, by what people did, told from machines with the model's own knowledge. @param ages in hours */
export function readingCurves(input: SampleInput, ages: readonly number[]): ReadingCurve[] {
  const issueOf = new Map(
    input.issues.flatMap(({ id, publicId, links }) =>
      [publicId, ...links.map((link) => link.publicId)].map((target) => [target, id] as const),
    ),
  );
  const firsts = new Map(input.issues.map(({ id }) => [id, new Map<string, number>()]));
  const delivered = new Map(input.issues.map(({ id }) => [id, 0]));
  for (const record of sampleRecords(input)) {
    if (record.type === 'fact' && record.issue !== undefined) {
      const change = record.kind === 'sent' ? 1 : record.kind === 'bounced' ? -1 : 0;
      delivered.set(record.issue, (delivered.get(record.issue) ?? 0) + change);
    }
    if (record.type !== 'hit' || byMachine(record)) continue;
    const first = firsts.get(issueOf.get(record.target) ?? 0);
    // Records come in the order of time.
    if (first !== undefined && !first.has(record.token)) first.set(record.token, record.time);
  }
  return [...input.issues]
    .sort((a, b) => a.sentAt - b.sentAt)
    .map(({ id, sentAt }) => {
      const times = [...(firsts.get(id)?.values() ?? [])];
      return {
        sentAt,
        recipients: delivered.get(id) ?? 0,
        readersAt: ages.map((age) => times.filter((time) => time < sentAt + age * HOUR).length),
      };
    });
}

/** Apple's and Gmail's fetches ahead, and gateways by their addresses. */
export function byMachine({ address, agent }: Hit): boolean {
  return (
    agent === 'Mozilla/5.0' ||
    agent === GMAIL_PREFETCH_AGENT ||
    (address?.startsWith('203.0.113.') === true && Number(address.split('.')[3]) >= 192)
  );
}
