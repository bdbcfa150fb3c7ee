import { Button } from '@mantine/core';
import type { ImportView, PublicationView } from '@readout/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { api } from '../../api/client.ts';
import { importsQuery } from '../../api/import-queries.ts';
import { useDates } from '../../format/viewer.ts';
import { Loading } from '../../frame/loading.tsx';
import { Failed } from '../../frame/message.tsx';
import { useLeaving } from '../../frame/use-leaving.ts';
import { importWords } from '../../words/import-words.ts';
import { broughtWords, isNothingNew } from './brought-words.ts';
import styles from './import.module.css';
import { uploads } from './uploads.ts';

/** Every import of a publication, the newest first, each with what came of it. */
export function FormerImports({ publication }: { publication: PublicationView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const queries = useQueryClient();
  const dates = useDates(publication.timeZone);
  const query = importsQuery(publication.id);
  const former = useQuery(query);
  const { leaving, leave } = useLeaving(
    (id: string) =>
      api.delete('/api/v1/publications/{publication}/imports/{import}', {
        path: { publication: publication.id, import: id },
      }),
    (id) => queries.setQueryData(query.queryKey, (before) => before?.filter((one) => one.id !== id)),
  );
  const say = importWords.imports;
  const shown = former.data?.filter(({ id }) => !leaving.has(id));
  const begin = (id: string) => {
    uploads.cancel(id);
    leave(id, say.willGo);
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="former">
      <h2 id="former" ref={heading} tabIndex={-1}>
        {say.former}
      </h2>
      {former.isPending && <Loading height={64} mt="sm" />}
      {former.isError && former.data === undefined && (
        <Failed title={say.loadFailed} error={former.error} retry={() => void former.refetch()} />
      )}
      {shown?.length === 0 && <p className="dim">{say.formerNone}</p>}
      {shown !== undefined && shown.length > 0 && (
        <ul className={styles['list']}>
          {shown.map((one) => {
            const name = nameOf(one);
            const when = dates.moment(one.createdAt);
            return (
              <li key={one.id}>
                <div>
                  <Link
                    to="/p/$publication/import/$import"
                    params={{ publication: publication.id, import: one.id }}
                    aria-label={say.open(name, when)}
                  >
                    {name}
                  </Link>
                  <p className="dim small">
                    {say.begun(when)} · {standing(one)}
                  </p>
                </div>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={say.removeNamed(name, when)}
                  onClick={() => begin(one.id)}
                >
                  {say.remove}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function nameOf({ format, files }: ImportView): string {
  const name = importWords.imports.names[format];
  return files.length === 0 ? name : `${name}: ${files.map((file) => file.name).join(', ')}`;
}

function standing({ state, counts }: ImportView): string {
  const say = importWords.imports;
  if (state !== 'done' || counts === null) return say.states[state];
  return isNothingNew(counts) ? say.nothingNew : say.outcome(broughtWords(counts).issues, broughtWords(counts).events);
}
