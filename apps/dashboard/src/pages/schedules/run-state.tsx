import type { ScheduleRunView } from '@readout/api-contract';
import { scheduleWords } from '../../words/schedule-words.ts';
import styles from './schedules.module.css';

/** How a run stands; what went wrong is not told by its colour alone. */
export function State({ run }: { run: ScheduleRunView }) {
  const isWrong = run.state === 'failed' || run.state === 'unknown';
  return <span className={isWrong ? styles['wrong'] : undefined}>{scheduleWords.states[run.state]}</span>;
}
