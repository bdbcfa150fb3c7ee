import { useComputedColorScheme } from '@mantine/core';
import { LINE_COLOURS, LINE_DASHES } from '../../charts/lines.ts';
import { letterOf } from '../../findings/compared.ts';
import styles from './compare.module.css';

/** An issue's letter beside a piece of its line, as it is drawn in the chart. */
export function Swatch({ at }: { at: number }) {
  const scheme = useComputedColorScheme('light');
  return (
    <span className={styles['swatch']}>
      {letterOf(at)}
      <svg width="26" height="6" aria-hidden="true">
        <line
          x1="0"
          x2="26"
          y1="3"
          y2="3"
          stroke={LINE_COLOURS[scheme][at]}
          strokeWidth="2.5"
          strokeDasharray={LINE_DASHES[at] === 0 ? undefined : LINE_DASHES[at]}
        />
      </svg>
    </span>
  );
}
