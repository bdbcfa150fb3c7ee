import { NativeSelect, Skeleton, TextInput } from '@mantine/core';
import type { ApiKeyView, CreatedApiKey } from '@readout/api-contract';
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { keysQuery, publicationsQuery } from '../../api/queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { useLeaving } from '../../frame/use-leaving.ts';
import { words } from '../../words/words.ts';
import { KeyTable } from './key-table.tsx';
import { NewKey } from './new-key.tsx';
import styles from './settings.module.css';

/** Stands for "every publication" in the choice: no public id is empty. */
const EVERYTHING = '';

/** Keys for programs: created, shown once, deleted with time for second thoughts. */
export function Keys() {
  const heading = useRef<HTMLHeadingElement>(null);
  const keys = useQuery(keysQuery);
  const [created, setCreated] = useState<CreatedApiKey | null>(null);
  const queries = useQueryClient();
  const read = () => queries.invalidateQueries({ queryKey: keysQuery.queryKey });
  const { leaving, leave } = useLeaving(
    (id: number) => api.delete('/api/v1/keys/{key}', { path: { key: id } }),
    (id) => {
      queries.setQueryData(keysQuery.queryKey, (before) => before?.filter((one) => one.id !== id));
      void read();
    },
  );
  const begin = (key: ApiKeyView) => {
    leave(key.id, words.settings.keyWillGo(key.name));
    heading.current?.focus();
  };
  const shown = keys.data?.filter((one) => !leaving.has(one.id)) ?? [];
  return (
    <section aria-labelledby="keys">
      <h2 id="keys" ref={heading} tabIndex={-1}>
        {words.settings.keys}
      </h2>
      <p className="dim">{words.settings.keysSays}</p>
      {keys.isPending && <Skeleton height={80} mt="md" />}
      {keys.isError && keys.data === undefined && <Failed error={keys.error} retry={() => void keys.refetch()} />}
      {keys.data !== undefined && shown.length === 0 && created === null && <Message>{words.settings.noKeys}</Message>}
      {shown.length > 0 && <KeyTable keys={shown} onDelete={begin} />}
      {created === null ? (
        <CreateKey
          onCreated={(key) => {
            setCreated(key);
            void read();
          }}
        />
      ) : (
        <NewKey
          created={created}
          onDone={() => {
            setCreated(null);
            heading.current?.focus();
          }}
        />
      )}
    </section>
  );
}

function CreateKey({ onCreated }: { onCreated: (key: CreatedApiKey) => void }) {
  const { data: publications } = useSuspenseQuery(publicationsQuery);
  const [name, setName] = useState('');
  const [reach, setReach] = useState(publications[0]?.id ?? EVERYTHING);
  const create = useMutation({
    mutationFn: () =>
      api.post('/api/v1/keys', { body: { name: name.trim(), publication: reach === EVERYTHING ? null : reach } }),
    onSuccess: onCreated,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') create.mutate();
  };
  return (
    <form className={styles['inline']} onSubmit={submit} noValidate>
      <TextInput
        label={words.settings.keyName}
        placeholder={words.settings.keyNameExample}
        value={name}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
        error={create.error?.message}
      />
      <NativeSelect
        label={words.settings.keyReach}
        value={reach}
        onChange={(event) => setReach(event.currentTarget.value)}
        data={[
          ...publications.map((one) => ({ value: one.id, label: one.name })),
          { value: EVERYTHING, label: words.settings.keyEverything },
        ]}
      />
      <BusyButton type="submit" variant="default" disabled={name.trim() === ''} loading={create.isPending}>
        {words.settings.createKey}
      </BusyButton>
    </form>
  );
}
