import { VisuallyHidden } from '@mantine/core';
import type { IssueFiguresView } from '@readout/api-contract';
import { useEffect, useRef, useState } from 'react';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';

/** A screen reader hears of new figures at most so often: a popular issue would otherwise never be quiet. */
const PAUSE_MS = 20_000;

/** Tells a screen reader, now and then, what everybody else sees change. */
export function Announcer({ figures }: { figures: IssueFiguresView }) {
  const { readers, clickers } = figures;
  const text = words.issue.announce(readers, numbers.count(readers), clickers, numbers.count(clickers));
  const [said, setSaid] = useState('');
  const known = useRef(text);
  const last = useRef(0);
  useEffect(() => {
    if (text === known.current) return;
    const wait = Math.max(0, last.current + PAUSE_MS - Date.now());
    const timer = setTimeout(() => {
      known.current = text;
      last.current = Date.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}
