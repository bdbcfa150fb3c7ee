import { Popover } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { EXPLANATION } from '../csv/shown-definitions.ts';
import { type DefinitionName, words } from '../words/words.ts';
import styles from './defined.module.css';

/** A term whose definition shows on hover, focus and tap, and goes with Escape. */
export function Defined({
  term,
  ...rest
}: {
  term: DefinitionName;
  /** What a click does instead of holding the definition open, as in a head that sorts. */
  onPress?: () => void;
  children: ReactNode;
}) {
  return <Explained says={words.definitions[term]} {...rest} />;
}

/** The same with an explanation that not every page brings along. */
export function Explained({ says, onPress, children }: { says: string; onPress?: () => void; children: ReactNode }) {
  const [shown, setShown] = useState<'no' | 'hovered' | 'focused' | 'pinned'>('no');
  const id = useId();
  return (
    <Popover
      opened={shown !== 'no'}
      onDismiss={() => setShown('no')}
      position="bottom-start"
      width={300}
      shadow="md"
      withRoles={false}
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles['term']}
          data-presses={onPress !== undefined || undefined}
          aria-describedby={id}
          onMouseEnter={() => setShown((before) => (before === 'no' ? 'hovered' : before))}
          onMouseLeave={() => setShown((before) => (before === 'hovered' ? 'no' : before))}
          onFocus={(event) => event.currentTarget.matches(':focus-visible') && setShown('focused')}
          onBlur={() => setShown('no')}
          onClick={onPress ?? (() => setShown((before) => (before === 'pinned' ? 'no' : 'pinned')))}
          onKeyDown={(event) => event.key === 'Escape' && setShown('no')}
        >
          {children}
          <span id={id} hidden {...{ [EXPLANATION]: '' }}>
            {says}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles['definition'] ?? ''}>{says}</Popover.Dropdown>
    </Popover>
  );
}
