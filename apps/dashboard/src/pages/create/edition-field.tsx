import { Button, Textarea } from '@mantine/core';
import { type DragEvent, useId, useRef, useState } from 'react';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import styles from './create.module.css';
import { type EditionText, NO_EDITION, readHtmlFile } from './read-html-file.ts';

/** Above this a text field becomes slow to type in: then only the file's name and size are shown. */
const EDITABLE_CHARACTERS = 300_000;

/** The HTML of one edition: pasted, dropped as a file, or chosen. */
export function EditionField({
  label,
  description,
  value,
  onChange,
  error,
}: {
  label: string;
  description: string;
  value: EditionText;
  onChange: (value: EditionText) => void;
  error?: string | undefined;
}) {
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const large = value.html.length > EDITABLE_CHARACTERS;
  const size = numbers.bytes(value.html.length);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = await readHtmlFile(file);
    setRefused(read === 'too-long' ? words.create.tooLong : read === 'not-text' ? words.create.notText : undefined);
    if (typeof read === 'object') onChange(read);
  };
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const problem = refused ?? error;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the pointer; the button beside does the same
    <div
      className={styles['edition']}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {large ? (
        <div>
          <p>{label}</p>
          <p className="dim small">{words.create.large(value.file ?? words.create.html, size)}</p>
          {problem !== undefined && <p className={styles['problem']}>{problem}</p>}
        </div>
      ) : (
        <Textarea
          id={id}
          label={label}
          description={description}
          placeholder={over ? words.create.dropNow : words.create.htmlHere}
          rows={9}
          spellCheck={false}
          autoComplete="off"
          value={value.html}
          onChange={(event) => {
            setRefused(undefined);
            onChange({ html: event.currentTarget.value, file: value.file });
          }}
          error={problem}
          classNames={{ input: styles['code'] ?? '' }}
        />
      )}
      <div className={styles['tools']}>
        <input
          ref={chooser}
          type="file"
          accept=".html,.htm,.txt,text/html"
          hidden
          aria-label={`${words.create.chooseFile}: ${label}`}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button variant="default" size="compact-sm" onClick={() => chooser.current?.click()}>
          {words.create.chooseFile}
        </Button>
        {value.html !== '' && (
          <>
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(NO_EDITION)}>
              {words.create.clear}
            </Button>
            <span className="dim small" role="status">
              {words.create.size(size)}
            </span>
          </>
        )}
      </div>
    </div>
  );
}
