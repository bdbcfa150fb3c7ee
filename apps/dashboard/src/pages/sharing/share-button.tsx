import { Button } from '@mantine/core';
import { IconShare2 } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useFocusBack } from '../../frame/use-focus-back.ts';
import { words } from '../../words/words.ts';
import type { Offered } from './offered.ts';
import { withSharingWords } from './with-sharing-words.ts';

const ShareDrawer = lazy(() =>
  withSharingWords(import('./share-drawer.tsx')).then(({ ShareDrawer: component }) => ({ default: component })),
);

/** Opens what makes a link without sign-in to what a page shows. */
export function ShareButton({ offered, size = 'sm' }: { offered: Offered; size?: 'sm' | 'compact-sm' }) {
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(isOpen);
  return (
    <>
      <Button
        ref={opener}
        variant={size === 'sm' ? 'default' : 'subtle'}
        size={size}
        leftSection={<IconShare2 size={14} stroke={1.5} aria-hidden />}
        onClick={() => {
          setWasOpen(true);
          setOpen(true);
        }}
      >
        {words.share}
      </Button>
      {wasOpen && (
        <Suspense fallback={null}>
          <ShareDrawer isOpen={isOpen} onClose={() => setOpen(false)} offered={offered} />
        </Suspense>
      )}
    </>
  );
}
