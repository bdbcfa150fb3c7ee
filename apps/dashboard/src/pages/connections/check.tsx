import type { ConnectionCheck, PublicationView } from '@readout/api-contract';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Failed } from '../../frame/message.tsx';
import { words } from '../../words/words.ts';
import { CodeBlock } from '../create/code-block.tsx';
import { CheckSteps } from './check-steps.tsx';
import styles from './connections.module.css';

interface Begun extends ConnectionCheck {
  /** Whether the collector answered this page; null: its pixel is at another address, which this page may not fetch. */
  readonly answered: boolean | null;
}

/** Tries out whether what is fetched arrives, and shows each step. */
export function Check({ publication }: { publication: PublicationView }) {
  const say = words.connections.check;
  const check = useMutation({
    mutationFn: async (): Promise<Begun> => {
      const begun = await api.post('/api/v1/publications/{publication}/connections/checks', {
        path: { publication: publication.id },
      });
      return { ...begun, answered: await fetchPixel(begun.pixel) };
    },
  });
  return (
    <section aria-labelledby="check" className={styles['check']}>
      <div>
        <h2 id="check">{say.heading}</h2>
        <p className="dim">{say.says}</p>
      </div>
      <BusyButton loading={check.isPending} onClick={() => check.mutate()}>
        {check.data === undefined ? say.begin : say.again}
      </BusyButton>
      {check.isError && <Failed title={say.failed} error={check.error} />}
      {check.data !== undefined && (
        <>
          {check.data.answered === null && (
            <p>
              {say.elsewhere}{' '}
              <a href={check.data.pixel} target="_blank" rel="noreferrer">
                {say.openIt}
              </a>
            </p>
          )}
          <CheckSteps
            key={check.data.id}
            publication={publication}
            check={check.data.id}
            answered={check.data.answered === true}
          />
          <CodeBlock label={say.pixel} code={`<img src="${check.data.pixel}" width="1" height="1" alt="">`} />
          <p className="dim small">{say.pixelSays}</p>
        </>
      )}
    </section>
  );
}

/** Another origin's image may not be fetched from this page (Content-Security-Policy). */
async function fetchPixel(pixel: string): Promise<boolean | null> {
  if (new URL(pixel).origin !== location.origin) return null;
  try {
    return (await fetch(pixel, { cache: 'no-store', credentials: 'omit' })).ok;
  } catch {
    return false;
  }
}
