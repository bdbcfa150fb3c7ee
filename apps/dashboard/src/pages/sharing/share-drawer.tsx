import { Drawer } from '@mantine/core';
import type { CreatedShare } from '@readout/api-contract';
import { useState } from 'react';
import { sharingWords } from '../../words/sharing-words.ts';
import { MadeLink } from './made-link.tsx';
import type { Offered } from './offered.ts';
import { ShareForm } from './share-form.tsx';
import styles from './sharing.module.css';

/** Makes a link without sign-in to what stands on the page, and shows it once. */
export function ShareDrawer({ isOpen, onClose, offered }: { isOpen: boolean; onClose: () => void; offered: Offered }) {
  const [made, setMade] = useState<CreatedShare | null>(null);
  const say = sharingWords;
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      // What was made is not shown again, and what follows is another link.
      transitionProps={{ onExited: () => setMade(null) }}
      position="right"
      size="min(34rem, 100%)"
      title={made === null ? say.title : say.made}
      closeButtonProps={{ 'aria-label': say.close }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      // The dialog is no page: its head is not a second banner beside the page's.
      attributes={{ header: { role: 'presentation' } }}
      classNames={{
        content: styles['content'] ?? '',
        header: styles['header'] ?? '',
        title: styles['title'] ?? '',
        body: styles['body'] ?? '',
      }}
    >
      {made === null ? (
        <ShareForm offered={offered} onMade={setMade} />
      ) : (
        <MadeLink made={made} onAnother={() => setMade(null)} />
      )}
    </Drawer>
  );
}
