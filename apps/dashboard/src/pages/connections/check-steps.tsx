import type { PublicationView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { checkQuery } from '../../api/connection-queries.ts';
import { locale, useDates } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import styles from './connections.module.css';

/** After so long it is time to say what may be wrong. */
const SLOW_MS = 15_000;

/** How far a check has come, step by step, as it comes. */
export function CheckSteps({
  publication,
  check,
  answered,
}: {
  publication: PublicationView;
  check: number;
  answered: boolean;
}) {
  const say = words.connections.check;
  const dates = useDates(publication.timeZone);
  const { data } = useQuery(checkQuery(publication.id, check));
  const { takenAt = null, writtenAt = null } = data ?? {};
  const isSlow = useAfter(SLOW_MS) && writtenAt === null;
  const taken = takenAt === null ? null : say.at(dates.clock(takenAt));
  const written = takenAt === null || writtenAt === null ? null : say.after(between(takenAt, writtenAt));
  const steps = [
    { name: say.steps.taken, isDone: answered || takenAt !== null, when: taken },
    { name: say.steps.written, isDone: writtenAt !== null, when: written },
    { name: say.steps.seen, isDone: writtenAt !== null, when: null },
  ];
  return (
    <>
      <ol className={styles['steps']} aria-live="polite">
        {steps.map(({ name, isDone, when }) => (
          <li key={name} data-done={isDone || undefined}>
            <span aria-hidden="true">{isDone ? '✓' : '…'}</span>
            <span>{name}</span>
            <span className="dim">{isDone ? (when ?? say.done) : say.waiting}</span>
          </li>
        ))}
      </ol>
      {isSlow && <p role="status">{say.slow}</p>}
    </>
  );
}

/** Seconds, to a tenth. Clocks of two machines may differ: never less than none. */
function between(from: string, to: string): string {
  const seconds = Math.max(0, Date.parse(to) - Date.parse(from)) / 1_000;
  return seconds.toLocaleString(locale, { maximumFractionDigits: 1 });
}

function useAfter(milliseconds: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isOver;
}
