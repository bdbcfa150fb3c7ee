import type { FetchVerdict } from '@readout/api-contract';
import { VERDICTS } from '../../../findings/verdicts.ts';
import { textOf } from '../../../format/address-text.ts';

const KINDS = ['opens', 'clicks'] as const;

/** What "why?" is asked about, as it stands in the address: to be shared, and to be left with Back. */
export interface WhySearch {
  readonly why?: (typeof KINDS)[number];
  /** Public id of the one link asked about; only with clicks. */
  readonly link?: string;
  /** Single events of this class only. */
  readonly class?: FetchVerdict;
  /** Single events with this reason only. */
  readonly reason?: string;
}

/** Reads it from an address, which may hold anything. */
export function whySearch(search: Record<string, unknown>): WhySearch {
  const why = KINDS.find((one) => one === search['why']);
  if (why === undefined) return {};
  const verdict = VERDICTS.find((one) => one === search['class']);
  const link = why === 'clicks' ? textOf(search['link']) : '';
  const reason = textOf(search['reason']);
  return {
    why,
    ...(link !== '' && { link }),
    ...(verdict !== undefined && { class: verdict }),
    ...(reason !== '' && { reason }),
  };
}
