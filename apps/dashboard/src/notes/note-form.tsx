import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { utcToWallClock, wallClockToUtc } from '../format/wall-clock.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { FIELD_ORDER } from '../frame/field-order.ts';
import { words } from '../words/words.ts';
import styles from './notes.module.css';

const LONGEST = 500;

/** The fields of one note. @param at ISO 8601: the moment it begins with */
export function NoteForm({
  at,
  text: before = '',
  timeZone,
  onKeep,
  onCancel,
}: {
  at: string;
  text?: string;
  timeZone: string;
  /** Rejects with what is wrong. */
  onKeep: (note: { text: string; at: string }) => Promise<void>;
  onCancel: () => void;
}) {
  const [text, setText] = useState(before);
  const [when, setWhen] = useState(utcToWallClock(Date.parse(at), timeZone));
  const [tried, setTried] = useState(false);
  const keep = useMutation({ mutationFn: onKeep });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() !== '') keep.mutate({ text: text.trim(), at: wallClockToUtc(when, timeZone) ?? at });
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <Textarea
        data-autofocus
        autoFocus
        autosize
        minRows={2}
        maxLength={LONGEST}
        label={words.notes.text}
        placeholder={words.notes.example}
        value={text}
        error={tried && text.trim() === '' ? words.notes.missing : keep.error?.message}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setTried(false);
          keep.reset();
        }}
      />
      <TextInput
        type="datetime-local"
        label={words.notes.when}
        description={words.notes.whenZone(timeZone)}
        inputWrapperOrder={FIELD_ORDER}
        value={when}
        onChange={(event) => setWhen(event.currentTarget.value)}
      />
      <div className={styles['actions']}>
        <BusyButton type="submit" size="sm" loading={keep.isPending}>
          {words.notes.keep}
        </BusyButton>
        <Button variant="subtle" size="sm" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
