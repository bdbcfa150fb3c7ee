import { Button, FileButton, TextInput } from '@mantine/core';
import type { BrandView, UpdateBrandRequest } from '@readout/api-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiError, api } from '../../api/client.ts';
import { brandQuery } from '../../api/report-queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FIELD_ORDER } from '../../frame/field-order.ts';
import { Loading } from '../../frame/loading.tsx';
import { Failed } from '../../frame/message.tsx';
import { words } from '../../words/words.ts';
import styles from './publication-settings.module.css';
import { Saved } from './saved.tsx';

const MOST_BYTES = 512 * 1024;

/** The colour and the logo of a publication's reports. */
export function Brand({ publication }: { publication: string }) {
  const brand = useQuery(brandQuery(publication));
  return (
    <section aria-labelledby="brand">
      <h2 id="brand">{words.reports.brand}</h2>
      <p className="dim">{words.reports.brandSays}</p>
      {brand.isPending && <Loading height={120} />}
      {brand.isError && brand.data === undefined && (
        <Failed title={words.reports.brandFailed} error={brand.error} retry={() => void brand.refetch()} />
      )}
      {brand.data !== undefined && (
        <>
          <Colour key={brand.data.colour} publication={publication} brand={brand.data} />
          <Logo publication={publication} brand={brand.data} />
        </>
      )}
    </section>
  );
}

function useBrandChange(publication: string) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: `brand ${publication}` },
    mutationFn: (change: UpdateBrandRequest) =>
      api.put('/api/v1/publications/{publication}/brand', { path: { publication }, body: change }),
    onSuccess: (saved) => queries.setQueryData(brandQuery(publication).queryKey, saved),
  });
}

function Colour({ publication, brand }: { publication: string; brand: BrandView }) {
  const [text, setText] = useState(brand.colour);
  const change = useBrandChange(publication);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ colour: text.trim() });
  };
  const refused = change.error instanceof ApiError ? change.error.about('colour') : undefined;
  return (
    <form className={styles['add']} onSubmit={submit} noValidate>
      <TextInput
        label={words.reports.colour}
        description={words.reports.colourSays}
        inputWrapperOrder={FIELD_ORDER}
        value={text}
        maxLength={7}
        autoComplete="off"
        spellCheck={false}
        leftSection={<span aria-hidden="true" className={styles['swatch']} style={{ background: brand.colour }} />}
        onChange={(event) => {
          setText(event.currentTarget.value);
          change.reset();
        }}
        error={refused ?? change.error?.message}
      />
      <BusyButton type="submit" variant="default" disabled={text.trim() === brand.colour} loading={change.isPending}>
        {words.save}
      </BusyButton>
      {brand.isChosen && (
        <Button variant="subtle" onClick={() => change.mutate({ colour: null })}>
          {words.reports.usualColour}
        </Button>
      )}
      <Saved when={change.isSuccess} />
    </form>
  );
}

function Logo({ publication, brand: { logo } }: { publication: string; brand: BrandView }) {
  const change = useBrandChange(publication);
  const [tooLarge, setTooLarge] = useState(false);
  const choose = async (file: File | null) => {
    if (file === null) return;
    setTooLarge(file.size > MOST_BYTES);
    if (file.size <= MOST_BYTES) change.mutate({ logo: await base64Of(file) });
  };
  const problem = tooLarge ? words.reports.tooLarge : change.error?.message;
  return (
    <div className={styles['logoChoice']}>
      <p>
        <strong>{words.reports.logo}</strong> <span className="dim small">{words.reports.logoSays}</span>
      </p>
      {logo !== null && (
        <img
          className={styles['logo']}
          src={`${api.address('get', '/api/v1/publications/{publication}/brand/logo', { path: { publication } })}?version=${logo.version}`}
          alt={words.reports.logo}
          width={logo.width}
          height={logo.height}
        />
      )}
      <div className={styles['save']}>
        <FileButton accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={change.isPending}>
              {words.reports.choose}
            </Button>
          )}
        </FileButton>
        {logo !== null && (
          <Button variant="subtle" onClick={() => change.mutate({ logo: null })}>
            {words.reports.removeLogo}
          </Button>
        )}
        <Saved when={change.isSuccess} />
      </div>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </div>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In parts: as many arguments as a file has bytes is more than a call takes.
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192));
  return btoa(text);
}
