import { Button } from '@mantine/core';
import type { ImportFound, ImportView, PublicationView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { importQuery } from '../../api/import-queries.ts';
import { publicationsQuery } from '../../api/queries.ts';
import { timeZoneNamed } from '../../format/time-zones.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Message } from '../../frame/message.tsx';
import { importWords } from '../../words/import-words.ts';
import { broughtWords } from './brought-words.ts';
import { FoundFacts } from './found-facts.tsx';
import styles from './import.module.css';
import { NewPublication } from './new-publication.tsx';
import { OddityList } from './oddity-list.tsx';
import { Panel } from './panel.tsx';
import { RemoveButton } from './remove-button.tsx';

/** What was found, what is odd about it and what will happen, before anything does. */
export function Preview({
  publication,
  job,
  found,
  isNew,
  onChangeMapping,
}: {
  publication: PublicationView;
  job: ImportView;
  found: ImportFound;
  /** The publication was made for this import: it is named here. */
  isNew: boolean;
  /** Null: there are no columns to choose again. */
  onChangeMapping: (() => void) | null;
}) {
  const [name, setName] = useState(found.name ?? publication.name);
  const [zoneText, setZoneText] = useState(publication.timeZone);
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const timeZone = timeZoneNamed(zoneText);
  const start = useMutation({
    mutationFn: async () => {
      if (isNew) {
        const change = { name: name.trim(), timeZone: timeZone ?? publication.timeZone };
        const saved = await api.patch('/api/v1/publications/{publication}', {
          path: { publication: publication.id },
          body: change,
        });
        queries.setQueryData(publicationsQuery.queryKey, (before) =>
          before?.map((one) => (one.id === saved.id ? saved : one)),
        );
      }
      return api.post('/api/v1/publications/{publication}/imports/{import}/start', {
        path: { publication: publication.id, import: job.id },
        body: {},
      });
    },
    onSuccess: (started) => queries.setQueryData(importQuery(publication.id, job.id).queryKey, started),
  });
  const say = importWords.imports;
  const events = Object.values(found.events).reduce((sum, count) => sum + count, 0);
  const isNothing = found.posts === 0 && found.people === 0 && events === 0;
  const coming = broughtWords({ issues: found.posts, readers: found.people, events });
  const what = found.people === 0 ? [coming.issues, coming.events] : [coming.issues, coming.readers, coming.events];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNew || (name.trim() !== '' && timeZone !== null)) start.mutate();
  };
  return (
    <Panel title={say.found}>
      <p className="dim">{isNothing ? say.foundNothing : say.nothingYet}</p>
      <FoundFacts found={found} />
      <OddityList oddities={found.oddities} />
      <form className={styles['panel']} onSubmit={submit} noValidate>
        {!isNothing && (
          <>
            <h3>{say.willTitle}</h3>
            <ul className={styles['will']}>
              <li>{say.willComeIn(what.join(', '))}</li>
              {found.people > 0 && <li>{say.willSignUps}</li>}
              <li>{say.willJudge}</li>
              <li>{say.willHide}</li>
              <li>{job.format === 'listmonk' ? say.willForget : say.willDelete}</li>
            </ul>
            {isNew && (
              <NewPublication
                name={name}
                onName={setName}
                zoneText={zoneText}
                onZone={setZoneText}
                isTried={tried}
                isZone={timeZone !== null}
              />
            )}
          </>
        )}
        {start.error !== null && <Message urgent>{start.error.message}</Message>}
        <div className={styles['decide']}>
          {!isNothing && (
            <BusyButton type="submit" loading={start.isPending}>
              {say.start}
            </BusyButton>
          )}
          {onChangeMapping !== null && (
            <Button variant="default" disabled={start.isPending} onClick={onChangeMapping}>
              {say.changeMapping}
            </Button>
          )}
          <RemoveButton publication={publication.id} id={job.id} />
        </div>
      </form>
    </Panel>
  );
}
