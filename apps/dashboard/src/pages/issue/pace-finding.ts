import type { Pace } from '../../findings/pace.ts';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';

/** What the opens of an issue show over time, in a sentence. */
export function paceFinding(pace: Pace): string {
  if (pace.state === 'none') return words.pace.none;
  if (pace.state === 'few') return words.pace.few(pace.readers, numbers.count(pace.readers));
  const sentence =
    pace.hours === 1
      ? words.pace.halfFirstHour
      : pace.hours > 48
        ? words.pace.halfDays(Math.ceil(pace.hours / 24))
        : words.pace.halfHours(pace.hours);
  return pace.settled ? sentence : words.pace.soFar(sentence);
}
