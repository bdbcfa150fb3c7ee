import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { words } from '../../words/words.ts';
import styles from './issues.module.css';

/** As long as somebody types on, nothing is searched. */
const PAUSE_MS = 300;

/** What is searched for, with every letter at once in the field and after a pause in the list. */
export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useDebouncedCallback((text: string) => {
    told.current = text.trim();
    onChange(text);
  }, PAUSE_MS);
  // The address changed by itself: filters were cleared, or somebody went back.
  useEffect(() => {
    if (value.trim() === told.current) return;
    told.current = value.trim();
    setTyped(value);
  }, [value]);
  return (
    <TextInput
      type="search"
      size="sm"
      className={styles['search'] ?? ''}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
      aria-label={words.issuesTable.search}
      placeholder={words.issuesTable.search}
      maxLength={200}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        tell(currentTarget.value);
      }}
    />
  );
}
