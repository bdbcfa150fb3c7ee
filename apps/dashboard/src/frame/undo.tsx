import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { words } from '../words/words.ts';
import styles from './undo.module.css';

/** How long an action waits for second thoughts. Resting the pointer or the focus on the message stops the clock. */
const UNDO_MS = 6_000;
const TICK_MS = 100;

/**
 * Announces an action and does it only when the time for second thoughts is over. Leaving or reloading the page ends
 * that time: what was announced is done.
 *
 * @param commit does it, also while the page goes: with a request that outlives it
 * @param undone called instead where it was undone
 */
export function doUnlessUndone(message: string, commit: () => void, undone?: () => void): void {
  let settled = false;
  const settle = (act?: () => void) => {
    if (settled) return;
    settled = true;
    removeEventListener('pagehide', leave);
    notifications.hide(id);
    act?.();
  };
  const leave = () => settle(commit);
  addEventListener('pagehide', leave);
  const id = notifications.show({
    message: <SecondThoughts message={message} onUndo={() => settle(undone)} onTime={() => settle(commit)} />,
    autoClose: false,
    withCloseButton: false,
    withBorder: true,
  });
}

function SecondThoughts({ message, onUndo, onTime }: { message: string; onUndo: () => void; onTime: () => void }) {
  const [left, setLeft] = useState(UNDO_MS);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - TICK_MS)), TICK_MS);
    return () => clearInterval(timer);
  }, [held]);
  useEffect(() => {
    if (left === 0) onTime();
  }, [left, onTime]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the message only stops its clock; what can be done is the button
    <div
      className={styles['undo']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{message}</span>
      <Button variant="light" size="compact-sm" onClick={onUndo}>
        {words.undo}
      </Button>
      <span className={styles['clock']} style={{ transform: `scaleX(${left / UNDO_MS})` }} aria-hidden="true" />
    </div>
  );
}

/** Announces what has been done, and for a while how to take it back. */
export function sayWithUndo(message: string, undo: () => void): void {
  const hide = () => notifications.hide(id);
  const id = notifications.show({
    message: (
      <SecondThoughts
        message={message}
        onUndo={() => {
          hide();
          undo();
        }}
        onTime={hide}
      />
    ),
    autoClose: false,
    withCloseButton: false,
    withBorder: true,
  });
}

const closable = () => ({ closeButtonProps: { 'aria-label': words.close } });

/** A short word that something was done. */
export function say(message: string): void {
  notifications.show({ message, withBorder: true, autoClose: 4_000, ...closable() });
}

/** An action that failed, where there is no better place to say so. */
export function complain(error: Error): void {
  notifications.show({
    title: words.problems.heading,
    message: error.message,
    color: 'orange',
    withBorder: true,
    autoClose: 12_000,
    ...closable(),
  });
}
