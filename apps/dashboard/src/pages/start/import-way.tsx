import { Button } from '@mantine/core';
import { words } from '../../words/words.ts';
import styles from './start.module.css';

/** The way on that is not there yet: shown, so that nobody looks for it, with the reason. */
export function ImportWay() {
  return (
    <section className={styles['way']} aria-labelledby="way-import">
      <h2 id="way-import">{words.start.importTitle}</h2>
      <p className="dim">{words.start.import}</p>
      <p className="dim" id="way-import-later">
        {words.start.importLater}
      </p>
      <div className={styles['action']}>
        <Button variant="default" disabled aria-describedby="way-import-later">
          {words.start.importAction}
        </Button>
      </div>
    </section>
  );
}
