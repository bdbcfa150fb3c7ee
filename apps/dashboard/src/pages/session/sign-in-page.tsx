import { PasswordInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { useTitle } from '../../frame/use-title.ts';
import { Wordmark } from '../../frame/wordmark.tsx';
import { words } from '../../words/words.ts';
import { LanguageLinks } from './language-links.tsx';
import styles from './session.module.css';
import { useEntering } from './use-entering.ts';

const route = getRouteApi('/sign-in');

/** One owner, one password. */
export function SignInPage() {
  useTitle(words.session.signInTitle);
  const { next } = route.useSearch();
  const enter = useEntering();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { data: session } = useQuery(sessionQuery);
  const signIn = useMutation({
    mutationFn: () => api.post('/api/v1/session', { body: { password } }),
    onSuccess: () => enter(next),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password !== '') signIn.mutate();
  };
  if (session?.state === 'setup') return <Navigate to="/welcome" />;
  return (
    <main className={styles['page']}>
      <Wordmark />
      <h1>{words.session.signInTitle}</h1>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <PasswordInput
          label={words.session.password}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={tried && password === '' ? words.session.passwordMissing : signIn.error?.message}
        />
        <BusyButton type="submit" loading={signIn.isPending}>
          {words.session.signIn}
        </BusyButton>
      </form>
      <p className="dim small">{words.session.forgotten}</p>
      <LanguageLinks />
    </main>
  );
}
