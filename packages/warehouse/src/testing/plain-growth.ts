import type { ReaderEvent } from '@readout/events';

const STEP_MS = 15 * 60_000;
const STEPS = 7 * 24 * 4;

/** An issue's growth, counted the plain way: everybody who has come by the end of each quarter of the clock. */
export function plainGrowth(all: readonly ReaderEvent[], issue: number, since: number) {
  const events = all.filter((event) => event.issue === issue && event.reader !== null);
  const isHuman = ({ verdict }: ReaderEvent) => verdict === 'human' || verdict === 'proxied';
  const soFar = (counts: (event: ReaderEvent) => boolean) => {
    const counting = events.filter(counts);
    return Array.from({ length: STEPS }, (_, step) => {
      const end = (Math.floor(since / STEP_MS) + step + 1) * STEP_MS;
      return new Set(counting.filter(({ time }) => time < end).map(({ reader }) => reader)).size;
    });
  };
  return {
    issue,
    readers: soFar((event) => (event.kind === 'opened' || event.kind === 'clicked') && isHuman(event)),
    clickers: soFar((event) => event.kind === 'clicked' && isHuman(event)),
    paywallHits: soFar((event) => event.kind === 'paywall_hit' && (event.verdict === 'none' || isHuman(event))),
    trialsStarted: soFar(({ kind }) => kind === 'trial_started'),
  };
}
