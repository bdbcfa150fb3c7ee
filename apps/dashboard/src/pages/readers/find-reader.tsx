import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { findReader } from '../../api/readership-queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './readers.module.css';

/** Leads to one reader by what the mail system calls them. The name stands in no address and in no log. */
export function FindReader() {
  const publication = usePublication();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const find = useMutation({
    mutationFn: (reader: string) => findReader(publication.id, reader),
    onSuccess: ({ reader }) =>
      navigate({
        to: '/p/$publication/readers/$reader',
        params: { publication: publication.id, reader: String(reader) },
      }),
  });
  const isNobody = find.error instanceof ApiError && find.error.status === 404;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') find.mutate(name.trim());
  };
  return (
    <form className={styles['find']} onSubmit={submit} noValidate>
      <TextInput
        label={words.readers.find}
        description={words.readers.findSays}
        inputWrapperOrder={FIELD_ORDER}
        value={name}
        maxLength={320}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => {
          setName(event.currentTarget.value);
          find.reset();
        }}
        error={isNobody ? words.readers.notFound : find.error?.message}
      />
      <BusyButton type="submit" variant="default" disabled={name.trim() === ''} loading={find.isPending}>
        {words.readers.findIt}
      </BusyButton>
    </form>
  );
}
