import type { IssueId, ReaderEvent } from '@readout/events';
import type { Funnel } from '../warehouse.ts';

const isPerson = ({ verdict }: ReaderEvent) => verdict === 'human' || verdict === 'proxied';

/** The funnel, counted person by person. */
export function plainFunnel(
  events: readonly ReaderEvent[],
  {
    issues,
    from,
    windowSeconds,
  }: { readonly issues: readonly IssueId[]; readonly from: number; readonly windowSeconds: number },
): Funnel {
  const among = events.filter(({ issue, reader }) => issue !== null && issues.includes(issue) && reader !== null);
  const people = (some: readonly ReaderEvent[]) => new Set(some.map(({ reader }) => reader));
  const delivered = new Set<unknown>();
  for (const issue of issues) {
    const of = (kind: ReaderEvent['kind']) => people(among.filter((one) => one.issue === issue && one.kind === kind));
    const reported = of('delivered');
    const bounced = of('bounced');
    const accepted = reported.size > 0 ? reported : [...of('sent')].filter((reader) => !bounced.has(reader));
    for (const reader of accepted) delivered.add(reader);
  }
  const hits = among.filter((one) => one.kind === 'paywall_hit' && (one.verdict === 'none' || isPerson(one)));
  const subscriptions = events.filter(({ reader, time }) => reader !== null && time >= from);
  const second = ({ time }: ReaderEvent) => Math.floor(time / 1_000);
  let trialsStarted = 0;
  let converted = 0;
  for (const reader of people(hits)) {
    let best = 0;
    for (const hit of hits.filter((one) => one.reader === reader)) {
      const next = (kind: ReaderEvent['kind'], after: ReaderEvent) =>
        subscriptions.filter(
          (one) =>
            one.reader === reader &&
            one.kind === kind &&
            second(one) > second(after) &&
            second(one) <= second(hit) + windowSeconds,
        );
      const trials = next('trial_started', hit);
      if (trials.length > 0) best = Math.max(best, 1);
      if (trials.some((trial) => next('converted', trial).length > 0)) best = 2;
    }
    if (best >= 1) trialsStarted++;
    if (best === 2) converted++;
  }
  return {
    delivered: delivered.size,
    readers: people(among.filter((one) => (one.kind === 'opened' || one.kind === 'clicked') && isPerson(one))).size,
    paywallHits: people(hits).size,
    trialsStarted,
    converted,
  };
}
