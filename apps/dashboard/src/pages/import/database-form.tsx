import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError, api } from '../../api/client.ts';
import { importQuery, importsKey } from '../../api/import-queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { importWords } from '../../words/import-words.ts';
import styles from './import.module.css';

const SHAPE = /^postgres(ql)?:\/\/[^\s/]+/i;

/** Where listmonk's database is. An import that has another address is given up for a new one. */
export function DatabaseForm({ publication, inPlaceOf = null }: { publication: string; inPlaceOf?: string | null }) {
  const [address, setAddress] = useState('');
  const [isWrong, setWrong] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: async (database: string) => {
      const { id } = await api.post('/api/v1/publications/{publication}/imports', {
        path: { publication },
        body: { format: 'listmonk', database },
      });
      if (inPlaceOf !== null)
        await api.delete('/api/v1/publications/{publication}/imports/{import}', {
          path: { publication, import: inPlaceOf },
        });
      return api.post('/api/v1/publications/{publication}/imports/{import}/look', {
        path: { publication, import: id },
        body: {},
      });
    },
    onSuccess: async (job) => {
      queries.setQueryData(importQuery(publication, job.id).queryKey, job);
      void queries.invalidateQueries({ queryKey: importsKey(publication) });
      await navigate({
        to: '/p/$publication/import/$import',
        params: { publication, import: job.id },
        replace: inPlaceOf !== null,
      });
    },
  });
  const say = importWords.imports;
  const refused = begin.error instanceof ApiError ? begin.error.about('database') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isRight = SHAPE.test(address.trim());
    setWrong(!isRight);
    if (isRight) begin.mutate(address.trim());
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <TextInput
        label={say.database}
        description={say.databaseSays}
        placeholder={say.databaseExample}
        inputWrapperOrder={FIELD_ORDER}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={2_000}
        value={address}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setWrong(false);
          begin.reset();
        }}
        error={(isWrong && say.databaseWrong) || refused || begin.error?.message}
      />
      <div>
        <BusyButton type="submit" loading={begin.isPending}>
          {say.look}
        </BusyButton>
      </div>
    </form>
  );
}
