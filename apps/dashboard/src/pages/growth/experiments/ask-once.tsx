import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { BusyButton } from '../../../frame/busy-button.tsx';
import { useFocusBack } from '../../../frame/use-focus-back.ts';
import { words } from '../../../words/words.ts';
import styles from './experiments.module.css';

/** For the few things that cannot be undone: says in place what will be, and does it at the second press. */
export function AskOnce({
  text,
  label,
  asks,
  sure,
  isBusy,
  isOff = false,
  variant,
  onSure,
}: {
  text: string;
  /** The same with what it is about, for those who do not see where the button stands. */
  label: string;
  asks: string;
  sure: string;
  isBusy: boolean;
  isOff?: boolean;
  variant: NonNullable<ButtonProps['variant']>;
  onSure: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(isOpen);
  if (!isOpen) {
    return (
      <Button
        ref={opener}
        variant={variant}
        size="sm"
        aria-label={label}
        disabled={isOff}
        onClick={() => setOpen(true)}
      >
        {text}
      </Button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div className={styles['ask']} role="group" aria-label={label}>
      <p role="status">{asks}</p>
      <div>
        <BusyButton size="sm" loading={isBusy} onClick={onSure} autoFocus>
          {sure}
        </BusyButton>
        <Button variant="subtle" size="sm" onClick={() => setOpen(false)}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
