import type { MachineJump } from '@readout/api-contract';
import { jumpOf } from '../../findings/verdicts.ts';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import styles from './issue.module.css';
import { WhyLink } from './why/why-link.tsx';

/** That machines came far more often than usual: said calmly, before anybody takes it for a success. */
export function JumpNote({ jump }: { jump: MachineJump }) {
  const { what, times } = jumpOf(jump);
  const found =
    times === 'new'
      ? words.jump[what === 'clicks' ? 'newClicks' : 'newOpens']
      : words.jump[jump.of](numbers.times(times));
  return (
    <p className={styles['note']}>
      {found}
      {words.jump[what === 'clicks' ? 'means' : 'meansOpens']} {words.jump.uncounted}{' '}
      <WhyLink of={found} search={{ why: what, class: 'scanner' }} />
    </p>
  );
}
