import { TextInput } from '@mantine/core';
import type { MailProviderView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError, api } from '../../api/client.ts';
import { mailProvidersQuery } from '../../api/mail-provider-queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { say } from '../../frame/undo.tsx';
import { words } from '../../words/words.ts';
import styles from './publication-settings.module.css';

/** Takes the key that a mail provider shows. It goes one way. */
export function MailProviderKey({
  publication,
  provider,
  onSaved,
}: {
  publication: string;
  provider: MailProviderView['provider'];
  onSaved: () => void;
}) {
  const [key, setKey] = useState('');
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      api.put('/api/v1/publications/{publication}/mail-providers/{provider}', {
        path: { publication, provider },
        body: { key: key.trim() },
      }),
    onSuccess: (saved) => {
      queries.setQueryData(
        mailProvidersQuery(publication).queryKey,
        (before) => before && { ...before, items: [...before.items.filter((one) => one.provider !== provider), saved] },
      );
      say(words.saved);
      onSaved();
    },
  });
  const refused = save.error instanceof ApiError ? save.error.about('key') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() !== '') save.mutate();
  };
  return (
    <form className={styles['add']} onSubmit={submit} noValidate>
      <TextInput
        label={words.mailProviders.key[provider]}
        description={`${words.mailProviders.keySays[provider]} ${words.mailProviders.keyKept}`}
        inputWrapperOrder={FIELD_ORDER}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={key}
        onChange={(event) => {
          setKey(event.currentTarget.value);
          save.reset();
        }}
        error={refused ?? save.error?.message}
      />
      <BusyButton type="submit" variant="default" disabled={key.trim() === ''} loading={save.isPending}>
        {words.save}
      </BusyButton>
    </form>
  );
}
