import type { PublicationView } from '@readout/api-contract';

/**
 * What is missing from an issue's figures because its publication does not collect it. `opens`: those who only read
 * are not counted; `opensOnly`: the same where people are told apart for a day only.
 */
export type NotCollected = 'everything' | 'opens' | 'opensOnly' | 'clicks' | 'whose';

export function notCollected({
  tracksOpens,
  tracksClicks,
  tracksReaders,
}: Pick<PublicationView, 'tracksOpens' | 'tracksClicks' | 'tracksReaders'>): readonly NotCollected[] {
  if (!tracksOpens && !tracksClicks) return ['everything'];
  const missing: NotCollected[] = [];
  if (!tracksOpens) missing.push(tracksReaders ? 'opens' : 'opensOnly');
  if (!tracksClicks) missing.push('clicks');
  if (!tracksReaders) missing.push('whose');
  return missing;
}
