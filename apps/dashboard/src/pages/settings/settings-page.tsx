import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { sessionQuery } from '../../api/queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Heading } from '../../frame/heading.tsx';
import { complain } from '../../frame/undo.tsx';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { Appearance } from './appearance.tsx';
import { Keys } from './keys.tsx';
import { Publications } from './publications.tsx';
import { Quarantine } from './quarantine.tsx';
import styles from './settings.module.css';

/** What an owner sets once and rarely looks at again. */
export function SettingsPage() {
  useTitle(words.settings.title);
  return (
    <div className={styles['page']}>
      <Heading>{words.settings.title}</Heading>
      <Publications />
      <Keys />
      <Quarantine />
      <Appearance />
      <Session />
      <Sources />
    </div>
  );
}

function Session() {
  const queries = useQueryClient();
  const router = useRouter();
  const leave = useMutation({
    mutationFn: () => api.delete('/api/v1/session'),
    onSuccess: async () => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, { state: 'signed_out' });
      await router.navigate({ to: '/sign-in', search: {} });
    },
    onError: complain,
  });
  return (
    <section aria-labelledby="session">
      <h2 id="session">{words.settings.session}</h2>
      <BusyButton mt="sm" variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>
        {words.session.signOut}
      </BusyButton>
    </section>
  );
}

/** Whose data tells country and kind of network of an address; their licences ask for these links. */
function Sources() {
  const { before, dbIp, between, routeViews, and, nro, after } = words.settings.sources;
  return (
    <p className={styles['sources']}>
      {before} <a href="https://db-ip.com">{dbIp}</a>
      {between} <a href="https://www.routeviews.org/">{routeViews}</a> {and} <a href="https://www.nro.net/">{nro}</a>
      {after}
    </p>
  );
}
