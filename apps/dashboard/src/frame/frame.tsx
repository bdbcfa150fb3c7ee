import { ActionIcon } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { Link, Outlet } from '@tanstack/react-router';
import { words } from '../words/words.ts';
import styles from './frame.module.css';
import { LiveStatus } from './live-status.tsx';
import { PublicationNav } from './publication-nav.tsx';
import { PublicationSwitcher } from './publication-switcher.tsx';
import { SampleStrip } from './sample-strip.tsx';
import { SpoolBanner } from './spool-banner.tsx';
import { useSampleNews } from './use-sample-news.ts';
import { Wordmark } from './wordmark.tsx';

/** What stands around every page of a signed-in owner. */
export function Frame() {
  useSampleNews();
  return (
    <div className={styles['page']}>
      <a href="#content" className={styles['skip']}>
        {words.skip}
      </a>
      <header className={styles['header']}>
        <div className={styles['bar']}>
          <Link to="/" className={styles['home']} aria-label={words.main}>
            <Wordmark />
          </Link>
          <PublicationSwitcher />
          <PublicationNav />
          <span className={styles['spring']} />
          <LiveStatus />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={words.frame.settings}
            title={words.frame.settings}
            renderRoot={(props) => <Link to="/settings" {...props} />}
          >
            <IconSettings size={20} stroke={1.5} />
          </ActionIcon>
        </div>
        <SampleStrip />
        <SpoolBanner />
      </header>
      <main id="content" tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
    </div>
  );
}
