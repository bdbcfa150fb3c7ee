import { type DragEvent, useEffect, useRef, useState } from 'react';
import { ACCEPTED, type FileFormat, type FileRole, rolesOf } from '../../findings/import-files.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { importWords } from '../../words/import-words.ts';
import styles from './import.module.css';

/** Takes an import's files: dropped on it, or chosen. What cannot be what is asked for is told at once. */
export function DropArea({
  format,
  onFiles,
  isBusy = false,
  error = null,
  isPlain = false,
}: {
  format: FileFormat;
  onFiles: (files: readonly File[], roles: readonly FileRole[]) => void;
  isBusy?: boolean;
  error?: Error | null;
  /** Beside something that comes first. */
  isPlain?: boolean;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const say = importWords.imports;
  useEffect(keepFilesOut, []);
  const take = (given: FileList | null) => {
    const files = [...(given ?? [])];
    const roles = rolesOf(format, files);
    if (typeof roles === 'string') return setRefused(say.unfit[format][roles]);
    setRefused(undefined);
    onFiles(files, roles);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isBusy) take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the pointer; the button in it does the same
    <div
      className={styles['drop']}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <p>{isOver ? say.dropNow : say.drop[format]}</p>
      <input
        ref={chooser}
        type="file"
        accept={ACCEPTED[format]}
        multiple={format === 'ghost'}
        hidden
        aria-label={say.choose[format]}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <BusyButton variant={isPlain ? 'default' : 'filled'} loading={isBusy} onClick={() => chooser.current?.click()}>
        {say.choose[format]}
      </BusyButton>
      {(refused !== undefined || error !== null) && (
        <p className={styles['problem']} role="alert">
          {refused ?? error?.message}
        </p>
      )}
    </div>
  );
}

/** A file that misses the area would open in place of the page. */
function keepFilesOut(): () => void {
  const keep = (event: globalThis.DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  addEventListener('dragover', keep);
  addEventListener('drop', keep);
  return () => {
    removeEventListener('dragover', keep);
    removeEventListener('drop', keep);
  };
}
