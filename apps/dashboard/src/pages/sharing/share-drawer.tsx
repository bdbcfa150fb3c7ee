import type { CreatedShare } from '@readout/api-contract';
import { useState } from 'react';
import { SideDrawer } from '../../frame/side-drawer.tsx';
import { sharingWords } from '../../words/sharing-words.ts';
import { MadeLink } from './made-link.tsx';
import type { Offered } from './offered.ts';
import { ShareForm } from './share-form.tsx';

/** Makes a link without sign-in to what stands on the page, and shows it once. */
export function ShareDrawer({ isOpen, onClose, offered }: { isOpen: boolean; onClose: () => void; offered: Offered }) {
  const [made, setMade] = useState<CreatedShare | null>(null);
  const say = sharingWords;
  return (
    <SideDrawer
      isOpen={isOpen}
      onClose={onClose}
      // What was made is not shown again, and what follows is another link.
      onClosed={() => setMade(null)}
      width="34rem"
      title={made === null ? say.title : say.made}
      closeLabel={say.close}
    >
      {made === null ? (
        <ShareForm offered={offered} onMade={setMade} />
      ) : (
        <MadeLink made={made} onAnother={() => setMade(null)} />
      )}
    </SideDrawer>
  );
}
