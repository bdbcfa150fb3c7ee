import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../../api/client.ts';
import { attributionSettingsQuery, saveAttributionSettings } from '../../../api/growth-queries.ts';
import { slowKey } from '../../../api/readership-queries.ts';
import { BusyButton } from '../../../frame/busy-button.tsx';
import { FIELD_ORDER } from '../../../frame/field-order.ts';
import { Loading } from '../../../frame/loading.tsx';
import { Failed } from '../../../frame/message.tsx';
import { usePublication } from '../../../frame/publication-context.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { words } from '../../../words/words.ts';
import styles from './attribution.module.css';
import { daysIn, MOST_DAYS } from './days-in.ts';

/** How many days before a subscription a touch counts: what that does is said before it is changed. */
export function TouchWindow() {
  const publication = usePublication();
  const settings = useQuery(attributionSettingsQuery(publication.id));
  const say = growthWords.attribution.window;
  return (
    <section aria-labelledby="touch-window" className={styles['window']}>
      <h2 id="touch-window">{say.heading}</h2>
      <p className="says">{say.changes}</p>
      {settings.isPending && <Loading height={92} />}
      {settings.isError && settings.data === undefined && (
        <Failed title={say.failed} error={settings.error} retry={() => void settings.refetch()} />
      )}
      {settings.data !== undefined && <Days publication={publication.id} saved={settings.data.windowDays} />}
    </section>
  );
}

function Days({ publication, saved }: { publication: string; saved: number }) {
  const [text, setText] = useState(String(saved));
  const queries = useQueryClient();
  const say = growthWords.attribution.window;
  const days = daysIn(text);
  const save = useMutation({
    mutationFn: (windowDays: number) => saveAttributionSettings(publication, { windowDays }),
    onSuccess: async (settings) => {
      queries.setQueryData(attributionSettingsQuery(publication).queryKey, settings);
      await queries.invalidateQueries({ queryKey: slowKey(publication) });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (days !== null && days !== saved) save.mutate(days);
  };
  const refused = save.error instanceof ApiError ? save.error.about('windowDays') : undefined;
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <TextInput
        label={say.label}
        description={say.says}
        inputWrapperOrder={FIELD_ORDER}
        inputMode="numeric"
        value={text}
        maxLength={String(MOST_DAYS).length + 1}
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          save.reset();
        }}
        error={days === null ? say.wrong : (refused ?? save.error?.message)}
      />
      <BusyButton type="submit" variant="default" disabled={days === null || days === saved} loading={save.isPending}>
        {words.save}
      </BusyButton>
      <span role="status" className="dim small">
        {save.isSuccess && words.saved}
      </span>
    </form>
  );
}
