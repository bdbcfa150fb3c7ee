import type { IssueReading } from '@readout/api-contract';
import { stretchesOf } from '../../../findings/reading-depth.ts';
import { numbers } from '../../../format/viewer.ts';
import { words } from '../../../words/words.ts';
import type { Places } from './measure.ts';
import styles from './paper.module.css';

/** How many of the web readers came so far, along the issue's side. The table of sections says the same in words. */
export function DepthRail({ reading, places, scale }: { reading: IssueReading; places: Places; scale: number }) {
  return (
    <div className={styles['rail']} aria-hidden="true" style={{ height: places.height * scale }}>
      {stretchesOf(reading, places).map(({ top, bottom, share, reached }) => (
        <div
          key={top}
          className={styles['stretch']}
          data-stretch
          title={words.whole.looked.cameSoFar(numbers.rate(share), numbers.count(reached))}
          style={{ top: top * scale, height: Math.max(1, (bottom - top) * scale - 1) }}
        >
          <span className={styles['depth']} style={{ width: `${share * 100}%` }} />
          <span className={styles['depthShare']}>{numbers.rate(share)}</span>
        </div>
      ))}
    </div>
  );
}
