import { locale } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });

/** A stretch of an issue, in shares of its sections. */
export function shareName({ from, to }: { from: number; to: number }): string {
  return growthWords.paywall.share(percent.format(from), percent.format(to));
}

/** One place in an issue, as a share of its sections. */
export const placeName = (position: number): string => percent.format(position);
