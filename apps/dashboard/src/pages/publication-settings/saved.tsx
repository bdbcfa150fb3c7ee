import { IconCheck } from '@tabler/icons-react';
import { words } from '../../words/words.ts';
import styles from './publication-settings.module.css';

/** Says beside what was changed that it is saved. Always there, so that a screen reader hears it come. */
export function Saved({ when }: { when: boolean }) {
  return (
    <span role="status" className={styles['saved']}>
      {when && (
        <>
          <IconCheck size={16} stroke={2} aria-hidden />
          {words.publication.saved}
        </>
      )}
    </span>
  );
}
