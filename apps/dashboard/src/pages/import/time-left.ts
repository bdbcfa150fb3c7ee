import { aboutDurationFormat } from '../../format/about-duration.ts';
import { locale } from '../../format/viewer.ts';
import { importWords } from '../../words/import-words.ts';

const about = aboutDurationFormat(locale);

/** "about 4 minutes left"; empty where nobody knows. @param seconds null: not known */
export function timeLeft(seconds: number | null): string {
  if (seconds === null) return '';
  const time = seconds < 1 ? null : about(Math.ceil(seconds) * 1_000);
  return time === null ? importWords.imports.almost : importWords.imports.left(time.text);
}
