import { TextInput } from '@mantine/core';
import type { PublicationView } from '@readout/api-contract';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { usePublicationChange } from '../../api/publication-change.ts';
import { timeZoneNamed } from '../../format/time-zones.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { Message } from '../../frame/message.tsx';
import { TimeZoneField } from '../../frame/time-zone-field.tsx';
import { words } from '../../words/words.ts';
import styles from './publication-settings.module.css';
import { Saved } from './saved.tsx';

/** Name and time zone, saved together. */
export function Identity({ publication }: { publication: PublicationView }) {
  const [name, setName] = useState(publication.name);
  const [zoneText, setZoneText] = useState(publication.timeZone);
  const [tried, setTried] = useState(false);
  const change = usePublicationChange(publication.id, 'when-saved');
  const timeZone = timeZoneNamed(zoneText);
  const isNew = name.trim() !== publication.name || timeZone !== publication.timeZone;
  const refused = change.error instanceof ApiError ? change.error : null;
  const about = { name: refused?.about('name'), timeZone: refused?.about('timeZone') };
  const elsewhere = change.error !== null && about.name === undefined && about.timeZone === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && timeZone !== null) change.mutate({ name: name.trim(), timeZone });
  };
  return (
    <section aria-labelledby="identity">
      <h2 id="identity">{words.publication.identity}</h2>
      <form className={styles['two']} onSubmit={submit} noValidate>
        <TextInput
          label={words.settings.name}
          value={name}
          maxLength={200}
          autoComplete="off"
          inputWrapperOrder={FIELD_ORDER}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && name.trim() === '' ? words.start.nameMissing : about.name}
        />
        <TimeZoneField
          value={zoneText}
          onChange={setZoneText}
          error={tried && timeZone === null ? words.start.timeZoneUnknown(zoneText) : about.timeZone}
        />
        <div className={styles['save']}>
          <BusyButton type="submit" variant="default" loading={change.isPending}>
            {words.save}
          </BusyButton>
          <Saved when={change.isSuccess && !isNew} />
        </div>
        {elsewhere && (
          <div className={styles['refused']}>
            <Message urgent>{change.error.message}</Message>
          </div>
        )}
      </form>
    </section>
  );
}
