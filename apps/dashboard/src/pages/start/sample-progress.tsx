import { Progress } from '@mantine/core';
import type { SampleStatus } from '@readout/api-contract';
import { ratio } from '../../format/numbers.ts';
import { numbers } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { words } from '../../words/words.ts';
import styles from './start.module.css';

/** How far the sample is. */
export function SampleProgress({ sample }: { sample: SampleStatus }) {
  const share = ratio(sample.done, sample.total) ?? 0;
  return (
    <div className={styles['progress']}>
      <Heading>{words.start.loadingTitle}</Heading>
      <p className="dim">{words.start.loading}</p>
      <Progress value={share * 100} size="md" aria-label={words.start.loadingTitle} transitionDuration={400} />
      <p className={styles['figures']}>
        <span>
          {sample.total === 0
            ? words.start.starting
            : words.start.progress(numbers.count(sample.done), numbers.count(sample.total))}
        </span>
        <span className="dim">{timeLeft(sample.secondsLeft)}</span>
      </p>
    </div>
  );
}

function timeLeft(seconds: number | null): string {
  if (seconds === null) return '';
  return seconds > 90 ? words.start.minutesLeft(Math.round(seconds / 60)) : words.start.secondsLeft(seconds);
}
