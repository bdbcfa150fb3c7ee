import { numbers } from '../../../format/viewer.ts';
import { words } from '../../../words/words.ts';
import styles from './paper.module.css';

/** Where the paywall stood, and how many hit it. */
export function PaywallLine({ top, hits }: { top: number; hits: number }) {
  return (
    <p className={styles['paywall']} style={{ top }} data-paywall-line>
      <span>{hits === 0 ? words.whole.looked.paywall : words.whole.looked.paywallHit(hits, numbers.count(hits))}</span>
    </p>
  );
}
