import { Button } from '@mantine/core';
import type { NoteView } from '@readout/api-contract';
import { useRef, useState } from 'react';
import { useDates } from '../format/viewer.ts';
import { useFocusBack } from '../frame/use-focus-back.ts';
import { words } from '../words/words.ts';
import { NoteForm } from './note-form.tsx';
import styles from './notes.module.css';
import type { Notes } from './use-notes.ts';

/**
 * Notes in the order of time, whole, and the way to write one.
 * @param about public id of the issue that new ones are about; null: they belong to their moment
 * @param at ISO 8601: the moment that a new one begins with
 */
export function NoteList({
  of: { notes, add, change, remove },
  about,
  at,
  timeZone,
}: {
  of: Notes;
  about: string | null;
  at: string;
  timeZone: string;
}) {
  const [isWriting, setWriting] = useState(false);
  const button = useFocusBack<HTMLButtonElement>(isWriting);
  const list = useRef<HTMLUListElement>(null);
  const removed = (note: NoteView) => {
    list.current?.focus();
    remove(note);
  };
  return (
    <section className={styles['notes']} aria-label={words.notes.heading}>
      <ul ref={list} tabIndex={-1}>
        {notes.toReversed().map((note) => (
          <Item key={note.id} note={note} timeZone={timeZone} change={change} remove={removed} />
        ))}
      </ul>
      {isWriting ? (
        <NoteForm
          at={at}
          timeZone={timeZone}
          onKeep={async (note) => {
            await add({ ...note, issue: about });
            setWriting(false);
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <Button ref={button} variant="subtle" size="compact-sm" mt="xs" ml={-8} onClick={() => setWriting(true)}>
          {words.notes.add}
        </Button>
      )}
    </section>
  );
}

function Item({
  note,
  timeZone,
  change,
  remove,
}: { note: NoteView; timeZone: string } & Pick<Notes, 'change' | 'remove'>) {
  const dates = useDates(timeZone);
  const [isEdited, setEdited] = useState(false);
  const edit = useFocusBack<HTMLButtonElement>(isEdited);
  if (isEdited) {
    return (
      <li>
        <NoteForm
          at={note.at}
          text={note.text}
          timeZone={timeZone}
          onKeep={async (changed) => {
            await change(note, changed);
            setEdited(false);
          }}
          onCancel={() => setEdited(false)}
        />
      </li>
    );
  }
  return (
    <li className={styles['note']}>
      <time className="dim small" dateTime={note.at}>
        {dates.sent(note.at)}
      </time>
      <p>{note.text}</p>
      <span>
        <Button
          ref={edit}
          variant="subtle"
          size="compact-xs"
          aria-label={words.notes.editNamed(note.text)}
          onClick={() => setEdited(true)}
        >
          {words.notes.edit}
        </Button>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={words.notes.removeNamed(note.text)}
          onClick={() => remove(note)}
        >
          {words.notes.remove}
        </Button>
      </span>
    </li>
  );
}
