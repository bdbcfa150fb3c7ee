import { Switch, TextInput } from '@mantine/core';
import type { BillingSystemView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { billingSystemsQuery } from '../../api/billing-queries.ts';
import { ApiError, api } from '../../api/client.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { say } from '../../frame/undo.tsx';
import { words } from '../../words/words.ts';
import styles from './publication-settings.module.css';

/** Takes the secret that a billing system shows, which goes one way, and whose of its events are taken. */
export function BillingSecret({
  publication,
  system,
  known,
  onSaved,
}: {
  publication: string;
  system: BillingSystemView['system'];
  known: BillingSystemView | undefined;
  onSaved: () => void;
}) {
  const [secret, setSecret] = useState('');
  const [account, setAccount] = useState(known?.account ?? '');
  const [takesTests, setTakesTests] = useState(known?.takesTests ?? false);
  const id = useId();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      api.put('/api/v1/publications/{publication}/billing/systems/{system}', {
        path: { publication, system },
        body: {
          secret: secret.trim(),
          ...(system === 'stripe' ? { account: account.trim() === '' ? null : account.trim(), takesTests } : {}),
        },
      }),
    onSuccess: (saved) => {
      queries.setQueryData(
        billingSystemsQuery(publication).queryKey,
        (before) => before && { ...before, items: [...before.items.filter((one) => one.system !== system), saved] },
      );
      say(words.saved);
      onSaved();
    },
  });
  const refused = (field: string) => (save.error instanceof ApiError ? save.error.about(field) : undefined);
  const isElsewhere = save.error !== null && refused('account') === undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret.trim() !== '') save.mutate();
  };
  const plain = { autoCapitalize: 'none', autoComplete: 'off', spellCheck: false } as const;
  return (
    <form className={styles['secret']} onSubmit={submit} noValidate>
      <TextInput
        {...plain}
        label={words.billing.secret[system]}
        description={`${words.billing.secretSays[system]} ${words.billing.secretKept}`}
        inputWrapperOrder={FIELD_ORDER}
        maxLength={500}
        value={secret}
        onChange={(event) => {
          setSecret(event.currentTarget.value);
          save.reset();
        }}
        error={refused('secret') ?? (isElsewhere ? save.error?.message : undefined)}
      />
      {system === 'stripe' && (
        <>
          <TextInput
            {...plain}
            label={words.billing.account}
            description={words.billing.accountSays}
            inputWrapperOrder={FIELD_ORDER}
            placeholder="acct_…"
            maxLength={80}
            value={account}
            onChange={(event) => {
              setAccount(event.currentTarget.value);
              save.reset();
            }}
            error={refused('account')}
          />
          <div className={styles['tracked']}>
            <Switch
              label={words.billing.takesTests}
              checked={takesTests}
              withThumbIndicator={false}
              classNames={{ track: styles['track'] ?? '', thumb: styles['thumb'] ?? '' }}
              aria-describedby={`${id}-tests`}
              onChange={(event) => setTakesTests(event.currentTarget.checked)}
            />
            <p id={`${id}-tests`} className="dim">
              {words.billing.takesTestsSays}
            </p>
          </div>
        </>
      )}
      <BusyButton type="submit" variant="default" disabled={secret.trim() === ''} loading={save.isPending}>
        {words.save}
      </BusyButton>
    </form>
  );
}
