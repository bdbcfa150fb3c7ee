import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError, api } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Message } from '../../frame/message.tsx';
import { useTitle } from '../../frame/use-title.ts';
import { Wordmark } from '../../frame/wordmark.tsx';
import { words } from '../../words/words.ts';
import { LanguageLinks } from './language-links.tsx';
import styles from './session.module.css';
import { useEntering } from './use-entering.ts';

const SHORTEST = 10;

/** First run: whoever has the code from the terminal becomes the owner. */
export function WelcomePage() {
  useTitle(words.session.welcomeTitle);
  // The code comes in the fragment, which no server and no log ever sees.
  const [given] = useState(() => new URLSearchParams(location.hash.slice(1)).get('code') ?? '');
  const [code, setCode] = useState(given);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const enter = useEntering();
  const { data: session } = useQuery(sessionQuery);
  const setUp = useMutation({
    mutationFn: () => api.post('/api/v1/session/setup', { body: { code: code.trim(), password } }),
    onSuccess: () => enter(),
  });
  const refused = setUp.error instanceof ApiError ? setUp.error : null;
  const atFields = refused?.about('code') ?? refused?.about('password');
  const wrong = {
    code: code.trim() === '' ? words.session.codeMissing : undefined,
    password: password.length < SHORTEST ? words.session.tooShort : undefined,
    again: again !== password ? words.session.differ : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).every((one) => one === undefined)) setUp.mutate();
  };
  if (session?.state === 'signed_out') return <Navigate to="/sign-in" search={{}} />;
  if (session?.state === 'signed_in' && !setUp.isSuccess) return <Navigate to="/" />;
  return (
    <main className={styles['page']}>
      <Wordmark />
      <h1>{words.session.welcomeTitle}</h1>
      <p className="dim">{given === '' ? words.session.needsSetup : words.session.welcome}</p>
      <form className={styles['form']} onSubmit={submit} noValidate>
        {(given === '' || refused?.status === 401) && (
          <TextInput
            label={words.session.code}
            description={words.session.codeRule}
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={(tried && wrong.code) || refused?.about('code')}
          />
        )}
        <PasswordInput
          label={words.session.password}
          description={words.session.passwordRule}
          autoComplete="new-password"
          name="password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={(tried && wrong.password) || refused?.about('password')}
        />
        <PasswordInput
          label={words.session.passwordAgain}
          autoComplete="new-password"
          name="password-again"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={tried && wrong.password === undefined && wrong.again}
        />
        {setUp.error !== null && atFields === undefined && <Message urgent>{setUp.error.message}</Message>}
        <BusyButton type="submit" loading={setUp.isPending}>
          {words.session.begin}
        </BusyButton>
      </form>
      <LanguageLinks />
    </main>
  );
}
