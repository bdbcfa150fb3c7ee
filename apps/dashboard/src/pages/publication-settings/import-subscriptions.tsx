import { Button } from '@mantine/core';
import type { BillingImport, PublicationView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { billingSystemsQuery } from '../../api/billing-queries.ts';
import { ApiError, api } from '../../api/client.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Message } from '../../frame/message.tsx';
import { words } from '../../words/words.ts';
import styles from './publication-settings.module.css';

/** What the API takes of a file. */
const MOST_BYTES = 20 * 1_048_576;
const FAULT_AT = /^line (\d+)(?:, (.*))?$/s;

/** Subscriptions out of a file: first what is found in it, and when that looks right, in. */
export function ImportSubscriptions({ publication }: { publication: PublicationView }) {
  const chooser = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [file, setFile] = useState<File>();
  const [isTooLarge, setTooLarge] = useState(false);
  const queries = useQueryClient();
  const send = (given: File, preview: boolean) =>
    api.post('/api/v1/publications/{publication}/billing/import', {
      path: { publication: publication.id },
      query: { preview: preview ? 'true' : 'false', asOf: new Date(given.lastModified).toISOString() },
      // What a browser takes it for differs from one machine to the next.
      body: new Blob([given], { type: 'text/csv' }),
    });
  const preview = useMutation({ mutationFn: (given: File) => send(given, true) });
  const bringIn = useMutation({
    mutationFn: (given: File) => send(given, false),
    onSuccess: () => queries.invalidateQueries({ queryKey: billingSystemsQuery(publication.id).queryKey }),
  });
  const take = (given: File | undefined) => {
    if (given === undefined) return;
    bringIn.reset();
    preview.reset();
    setFile(given);
    setTooLarge(given.size > MOST_BYTES);
    if (given.size <= MOST_BYTES) preview.mutate(given);
  };
  const forget = () => {
    setFile(undefined);
    preview.reset();
    bringIn.reset();
    opener.current?.focus();
  };
  const say = words.billing;
  const error = bringIn.error ?? preview.error;
  return (
    <div className={styles['provider']}>
      <div>
        <h3>{say.file}</h3>
        <p className="dim">{say.fileSays}</p>
        <p className="dim">{say.fileColumns}</p>
      </div>
      <div className={styles['choices']}>
        <input
          ref={chooser}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          aria-label={say.chooseFile}
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button ref={opener} variant="subtle" size="compact-sm" onClick={() => chooser.current?.click()}>
          {say.chooseFile}
        </Button>
      </div>
      <div className={styles['found']} aria-live="polite">
        {preview.isPending && <p className="dim">{say.reading(file?.name ?? '')}</p>}
        {isTooLarge && <Message urgent>{say.tooLarge}</Message>}
        {error !== null && <Faults error={error} />}
        {preview.data !== undefined && file !== undefined && !bringIn.isSuccess && (
          <>
            <Found publication={publication} found={preview.data} file={file} />
            <div className={styles['decide']}>
              <BusyButton loading={bringIn.isPending} onClick={() => bringIn.mutate(file)}>
                {say.bringIn(preview.data.rows, numbers.count(preview.data.rows))}
              </BusyButton>
              <Button variant="subtle" disabled={bringIn.isPending} onClick={forget}>
                {words.cancel}
              </Button>
            </div>
          </>
        )}
        {bringIn.data !== undefined && (
          <p>{say.broughtIn(bringIn.data.subscriptions, numbers.count(bringIn.data.subscriptions))}</p>
        )}
      </div>
    </div>
  );
}

function Found({ publication, found, file }: { publication: PublicationView; found: BillingImport; file: File }) {
  const dates = useDates(publication.timeZone);
  const id = useId();
  const say = words.billing;
  const statuses = Object.entries(say.statuses) as [keyof typeof say.statuses, string][];
  return (
    <>
      <h4 id={id}>{say.foundIn(file.name)}</h4>
      <dl className={styles['facts']} aria-labelledby={id}>
        <Fact name={say.subscriptions} value={numbers.count(found.subscriptions)} />
        {statuses
          .filter(([status]) => found.statuses[status] > 0)
          .map(([status, name]) => (
            <Fact key={status} name={name} value={numbers.count(found.statuses[status])} isPart />
          ))}
        <Fact name={say.payments} value={numbers.count(found.payments)} />
        <Fact
          name={say.readers}
          value={say.ofThemKnown(numbers.count(found.readers), numbers.count(found.knownReaders))}
        />
        {found.firstStartedAt !== null && found.lastStartedAt !== null && (
          <Fact
            name={say.begun}
            value={say.fromTo(dates.moment(found.firstStartedAt), dates.moment(found.lastStartedAt))}
          />
        )}
        <Fact name={say.asOf} value={dates.moment(new Date(file.lastModified).toISOString())} />
      </dl>
      {found.unknownColumns.length > 0 && <p>{say.notRead(found.unknownColumns.join(', '))}</p>}
    </>
  );
}

function Fact({ name, value, isPart = false }: { name: string; value: string; isPart?: boolean }) {
  return (
    <div data-part={isPart || undefined}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What is wrong, line by line where the file is read at all. */
function Faults({ error }: { error: Error }) {
  const say = words.billing;
  const fields = error instanceof ApiError ? error.fields : [];
  const faults = fields.flatMap(({ path, message }) => {
    const [, line, column] = FAULT_AT.exec(path) ?? [];
    return line === undefined ? [] : [say.fault(line, column ?? null, message)];
  });
  if (faults.length === 0) return <Message urgent>{error.message}</Message>;
  return (
    <div role="alert" className={styles['faults']}>
      <p>{say.notBroughtIn}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  );
}
