import { numbers } from '../../../format/viewer.ts';
import { words } from '../../../words/words.ts';
import type { CountedLink } from './link-list.tsx';
import styles from './paper.module.css';

/** What people and machines did with a link, at its place. */
export function LinkNote({ link, left, top }: { link: CountedLink; left: number; top: number }) {
  return (
    <div className={styles['note']} style={{ left: `min(${left}px, calc(100% - 14rem))`, top: top + 4 }}>
      <strong>{words.whole.looked.clickers(link.clickers, numbers.count(link.clickers))}</strong>
      {link.share !== null && <span>{words.whole.looked.ofClickers(numbers.rate(link.share))}</span>}
      {link.machineClicks > 0 && (
        <span>{words.whole.looked.byMachines(link.machineClicks, numbers.count(link.machineClicks))}</span>
      )}
    </div>
  );
}
