import { TextInput } from '@mantine/core';
import { TimeZoneField } from '../../frame/time-zone-field.tsx';
import { importWords } from '../../words/import-words.ts';
import { words } from '../../words/words.ts';
import styles from './import.module.css';

/** The name and time zone of a publication that was made for an import, before it begins. */
export function NewPublication({
  name,
  onName,
  zoneText,
  onZone,
  isTried,
  isZone,
}: {
  name: string;
  onName: (name: string) => void;
  zoneText: string;
  onZone: (text: string) => void;
  isTried: boolean;
  /** The text names a time zone. */
  isZone: boolean;
}) {
  const say = importWords.imports;
  return (
    <>
      <h3>{say.yours}</h3>
      <p className="dim">{say.yoursSays}</p>
      <div className={styles['two']}>
        <TextInput
          label={words.start.name}
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onName(event.currentTarget.value)}
          error={isTried && name.trim() === '' && words.start.nameMissing}
        />
        <TimeZoneField
          value={zoneText}
          onChange={onZone}
          error={isTried && !isZone ? words.start.timeZoneUnknown(zoneText) : undefined}
        />
      </div>
    </>
  );
}
