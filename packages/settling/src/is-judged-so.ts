import type { Judgement } from '@readout/engagement';
import type { EventFetch, ReaderEvent } from '@readout/events';

type Judged = Pick<ReaderEvent, 'verdict' | 'reasons'> & { readonly fetch: EventFetch };

/** Whether that judgement is the one a fetch has already. Confidence is kept in hundredths. */
export function isJudgedSo({ verdict, reasons, fetch }: Judged, judgement: Judgement): boolean {
  return (
    verdict === judgement.verdict &&
    Math.round(fetch.confidence * 100) === Math.round(judgement.confidence * 100) &&
    reasons.length === judgement.reasons.length &&
    reasons.every((reason, at) => reason === judgement.reasons[at])
  );
}
