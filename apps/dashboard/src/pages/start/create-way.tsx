import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError, api } from '../../api/client.ts';
import { publicationsQuery } from '../../api/queries.ts';
import { timeZoneNamed } from '../../format/time-zones.ts';
import { viewerTimeZone } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { TimeZoneField } from '../../frame/time-zone-field.tsx';
import { words } from '../../words/words.ts';
import styles from './start.module.css';

/** The way on for those who have a newsletter: a name and a time zone are all it takes. */
export function CreateWay() {
  const [name, setName] = useState('');
  const [zoneText, setZoneText] = useState(viewerTimeZone);
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: (timeZone: string) => api.post('/api/v1/publications', { body: { name: name.trim(), timeZone } }),
    onSuccess: async (publication) => {
      queries.setQueryData(publicationsQuery.queryKey, (before) => [...(before ?? []), publication]);
      await navigate({ to: '/p/$publication', params: { publication: publication.id } });
    },
  });
  const refused = create.error instanceof ApiError ? create.error : null;
  const elsewhere = refused !== null && refused.about('name') === undefined && refused.about('timeZone') === undefined;
  const timeZone = timeZoneNamed(zoneText);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && timeZone !== null) create.mutate(timeZone);
  };
  return (
    <section className={styles['way']} aria-labelledby="way-create">
      <h2 id="way-create">{words.start.createTitle}</h2>
      <p className="dim">{words.start.create}</p>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <TextInput
          label={words.start.name}
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
          error={
            (tried && name.trim() === '' && words.start.nameMissing) ||
            refused?.about('name') ||
            (elsewhere && refused.message)
          }
        />
        <TimeZoneField
          value={zoneText}
          onChange={setZoneText}
          error={tried && timeZone === null ? words.start.timeZoneUnknown(zoneText) : refused?.about('timeZone')}
        />
        <div>
          <BusyButton variant="default" type="submit" loading={create.isPending}>
            {words.start.createAction}
          </BusyButton>
        </div>
      </form>
    </section>
  );
}
