import { Button, NativeSelect, NumberInput, PasswordInput, Skeleton, TextInput } from '@mantine/core';
import type { MailServerView } from '@readout/api-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../api/client.ts';
import {
  mailServerQuery,
  removeMailServer,
  schedulesQuery,
  sendTestMail,
  setMailServer,
} from '../../api/schedule-queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { Failed, Message } from '../../frame/message.tsx';
import { say as announce, complain, doUnlessUndone } from '../../frame/undo.tsx';
import { scheduleWords } from '../../words/schedule-words.ts';
import { words } from '../../words/words.ts';
import { FormEnd } from './form-end.tsx';
import styles from './schedules.module.css';

const ENCRYPTIONS = ['starttls', 'implicit', 'off'] as const;

/** Through which server a publication's mail goes, and a message to try it with. */
export function MailServer({ publication }: { publication: string }) {
  const say = scheduleWords;
  const server = useQuery(mailServerQuery(publication));
  const [isEditing, setEditing] = useState(false);
  const queries = useQueryClient();
  const reread = async () => {
    await queries.invalidateQueries({ queryKey: mailServerQuery(publication).queryKey });
    await queries.invalidateQueries({ queryKey: schedulesQuery(publication).queryKey });
  };
  const remove = () =>
    doUnlessUndone(say.serverWillGo, () => {
      removeMailServer(publication).then(reread, complain);
    });
  const known = server.data;
  return (
    <section aria-labelledby="mail-server" className={styles['server']}>
      <h2 id="mail-server">{say.mail}</h2>
      <p className="dim">{say.mailSays}</p>
      {server.isPending && <Skeleton height={22} width={320} maw="100%" mt="xs" />}
      {server.isError && <Failed error={server.error} retry={() => void server.refetch()} />}
      {known !== undefined && (
        <>
          <p>{standing(known)}</p>
          {!isEditing && (
            <div className={styles['actions']}>
              <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
                {known.whose === 'publication' ? say.edit : known.whose === 'operator' ? say.ownServer : say.setUp}
              </Button>
              {known.whose === 'publication' && (
                <Button variant="subtle" size="compact-sm" onClick={remove}>
                  {say.removeServer}
                </Button>
              )}
            </div>
          )}
          {isEditing && (
            <ServerForm
              publication={publication}
              known={known}
              onDone={(isChanged) => {
                setEditing(false);
                if (isChanged) void reread();
              }}
            />
          )}
          {known.whose !== 'none' && !isEditing && <TestMessage publication={publication} />}
        </>
      )}
    </section>
  );
}

function standing({ whose, host, from }: MailServerView): string {
  if (whose === 'none') return scheduleWords.mailNone;
  return whose === 'operator' ? scheduleWords.mailOperator(from ?? '') : scheduleWords.mailOwn(host ?? '', from ?? '');
}

function ServerForm({
  publication,
  known,
  onDone,
}: {
  publication: string;
  known: MailServerView;
  onDone: (isChanged: boolean) => void;
}) {
  const say = scheduleWords;
  const own = known.whose === 'publication' ? known : null;
  const [host, setHost] = useState(own?.host ?? '');
  const [port, setPort] = useState<number | string>(own?.port ?? 587);
  const [tls, setTls] = useState<(typeof ENCRYPTIONS)[number]>(own?.tls ?? 'starttls');
  const [user, setUser] = useState(own?.user ?? '');
  const [password, setPassword] = useState('');
  const [from, setFrom] = useState(own?.from ?? '');
  const save = useMutation({
    mutationFn: () =>
      setMailServer(publication, {
        host: host.trim(),
        port: Number(port),
        tls,
        user: user.trim() === '' ? null : user.trim(),
        ...(password === '' ? {} : { password }),
        from: from.trim(),
      }),
    onSuccess: () => {
      announce(words.saved);
      onDone(true);
    },
  });
  const refused = (field: string) => (save.error instanceof ApiError ? save.error.about(field) : undefined);
  const isElsewhere =
    save.error !== null && !['host', 'port', 'password', 'from'].some((field) => refused(field) !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const plain = { autoCapitalize: 'none', autoComplete: 'off', spellCheck: false } as const;
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <fieldset>
        <TextInput
          {...plain}
          label={say.host}
          placeholder="smtp.example.com"
          value={host}
          onChange={(event) => setHost(event.currentTarget.value)}
          error={refused('host')}
        />
        <NumberInput
          label={say.port}
          hideControls
          min={1}
          max={65_535}
          allowDecimal={false}
          value={port}
          onChange={setPort}
          error={refused('port')}
        />
        <NativeSelect
          label={say.encryption}
          value={tls}
          onChange={(event) => {
            const chosen = ENCRYPTIONS.find((one) => one === event.currentTarget.value);
            if (chosen !== undefined) setTls(chosen);
          }}
          data={ENCRYPTIONS.map((one) => ({ value: one, label: say.encryptions[one] }))}
        />
        <TextInput
          {...plain}
          label={say.sender}
          placeholder="Low Tide <tide@example.com>"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          error={refused('from')}
        />
        <TextInput {...plain} label={say.user} value={user} onChange={(event) => setUser(event.currentTarget.value)} />
        <PasswordInput
          label={say.password}
          description={say.passwordKept}
          inputWrapperOrder={FIELD_ORDER}
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={refused('password')}
        />
      </fieldset>
      <FormEnd
        refusal={isElsewhere ? save.error : null}
        save={words.save}
        isSaving={save.isPending}
        onCancel={() => onDone(false)}
      />
    </form>
  );
}

/** Says what the server answered, in its own words where it refused. */
function TestMessage({ publication }: { publication: string }) {
  const say = scheduleWords;
  const [to, setTo] = useState('');
  const test = useMutation({
    mutationFn: () => sendTestMail(publication, to.trim()),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to.trim() !== '') test.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={styles['actions']}>
        <TextInput
          label={say.testTo}
          type="email"
          autoCapitalize="none"
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value);
            test.reset();
          }}
          error={test.error?.message}
        />
        <BusyButton type="submit" variant="default" mt="lg" disabled={to.trim() === ''} loading={test.isPending}>
          {say.test}
        </BusyButton>
      </div>
      <div aria-live="polite">
        {test.data !== undefined && (
          <Message title={say.tested[test.data.outcome]} urgent={test.data.outcome !== 'done'}>
            {test.data.why ?? undefined}
          </Message>
        )}
      </div>
    </form>
  );
}
