import { Button, TextInput } from '@mantine/core';
import type { PublicationView } from '@readout/api-contract';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { usePublicationChange } from '../../api/publication-change.ts';
import { publicationsQuery } from '../../api/queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { complain, sayWithUndo } from '../../frame/undo.tsx';
import { words } from '../../words/words.ts';
import styles from './publication-settings.module.css';
import { Saved } from './saved.tsx';

/** The web sites on whose pages the reader script may report. */
export function Sites({ publication: { id, sites } }: { publication: PublicationView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const queries = useQueryClient();
  const change = usePublicationChange(id, 'at-once');
  const putBack = (site: string, at: number) => {
    const now = queries.getQueryData(publicationsQuery.queryKey)?.find((one) => one.id === id)?.sites;
    if (now === undefined || now.includes(site)) return;
    change.mutateAsync({ sites: now.toSpliced(at, 0, site) }).catch(complain);
  };
  const remove = (site: string) => {
    const at = sites.indexOf(site);
    change
      .mutateAsync({ sites: sites.filter((one) => one !== site) })
      .then(() => sayWithUndo(words.publication.siteRemoved(site), () => putBack(site, at)), complain);
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="sites">
      <h2 id="sites" ref={heading} tabIndex={-1}>
        {words.publication.sites}
      </h2>
      <p className="dim">{words.publication.sitesSay}</p>
      <ul className={styles['list']}>
        {sites.length === 0 && <li className="dim">{words.publication.noSites}</li>}
        {sites.map((site) => (
          <li key={site} className={styles['site']}>
            <span>{site}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={words.publication.removeSiteNamed(site)}
              onClick={() => remove(site)}
            >
              {words.publication.removeSite}
            </Button>
          </li>
        ))}
      </ul>
      <AddSite publication={id} sites={sites} />
    </section>
  );
}

function AddSite({ publication, sites }: { publication: string; sites: readonly string[] }) {
  const [text, setText] = useState('');
  const [known, setKnown] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const change = usePublicationChange(publication, 'when-saved');
  const refused = change.error instanceof ApiError ? change.error.about('sites') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setKnown(undefined);
    change.mutate(
      { sites: [...sites, withScheme(text.trim())] },
      {
        // The server knows one site by one name: what it did not add was there under it.
        onSuccess: (saved) => {
          if (saved.sites.length > sites.length) setText('');
          else setKnown(words.publication.siteKnown);
          field.current?.focus();
        },
      },
    );
  };
  return (
    <form className={styles['add']} onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        label={words.publication.addSite}
        placeholder={words.publication.siteExample}
        inputMode="url"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setKnown(undefined);
          change.reset();
        }}
        error={known ?? refused ?? change.error?.message}
      />
      <BusyButton type="submit" variant="default" disabled={text.trim() === ''} loading={change.isPending}>
        {words.publication.add}
      </BusyButton>
      <Saved when={change.isSuccess && known === undefined} />
    </form>
  );
}

/** Nobody types the scheme; nearly every site has this one. */
function withScheme(address: string): string {
  return address.includes('://') ? address : `https://${address}`;
}
