import { Button, TextInput } from '@mantine/core';
import type { PublicationView } from '@readout/api-contract';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError, request, segment } from '../../api/client.ts';
import { publicationsQuery } from '../../api/queries.ts';
import { timeZoneNamed } from '../../format/time-zones.ts';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { TimeZoneField } from '../../frame/time-zone-field.tsx';
import { say } from '../../frame/undo.tsx';
import { words } from '../../words/en.ts';
import styles from './settings.module.css';

/** Names and time zones. */
export function Publications() {
  const { data: publications } = useSuspenseQuery(publicationsQuery);
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <section aria-labelledby="publications">
      <h2 id="publications">{words.settings.publications}</h2>
      <ul className={styles['list']}>
        {publications.map((one) => (
          <li key={one.id}>
            {editing === one.id ? (
              <Edit publication={one} onDone={() => setEditing(null)} />
            ) : (
              <div className={styles['row']}>
                <div>
                  <span className="theirs">{one.name}</span>
                  <span className="dim small">
                    {' '}
                    {one.timeZone}
                    {one.isSample && ` · ${words.frame.sample}`}
                  </span>
                </div>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={words.settings.edit(one.name)}
                  onClick={() => setEditing(one.id)}
                >
                  {words.settings.editShort}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Button variant="default" size="sm" mt="sm" renderRoot={(props) => <Link to="/start" {...props} />}>
        {words.settings.addPublication}
      </Button>
    </section>
  );
}

function Edit({ publication, onDone }: { publication: PublicationView; onDone: () => void }) {
  const [name, setName] = useState(publication.name);
  const [zoneText, setZoneText] = useState(publication.timeZone);
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (timeZone: string) =>
      request<PublicationView>('PATCH', `/publications/${segment(publication.id)}`, { name: name.trim(), timeZone }),
    onSuccess: (saved) => {
      queries.setQueryData(publicationsQuery.queryKey, (before) =>
        before?.map((one) => (one.id === saved.id ? saved : one)),
      );
      say(words.saved);
      onDone();
    },
  });
  const refused = save.error instanceof ApiError ? save.error : null;
  const empty = name.trim() === '';
  const timeZone = timeZoneNamed(zoneText);
  const zoneProblem = refused?.about('timeZone');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!empty && timeZone !== null) save.mutate(timeZone);
  };
  return (
    <form className={styles['edit']} onSubmit={submit} noValidate>
      <TextInput
        label={words.settings.name}
        value={name}
        maxLength={200}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
        inputWrapperOrder={FIELD_ORDER}
        error={
          empty
            ? words.start.nameMissing
            : (refused?.about('name') ?? (zoneProblem === undefined ? refused?.message : undefined))
        }
      />
      <TimeZoneField
        value={zoneText}
        onChange={setZoneText}
        error={tried && timeZone === null ? words.start.timeZoneUnknown(zoneText) : zoneProblem}
      />
      <div className={styles['buttons']}>
        <Button type="submit" size="sm" loading={save.isPending}>
          {words.save}
        </Button>
        <Button variant="subtle" size="sm" onClick={onDone}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
