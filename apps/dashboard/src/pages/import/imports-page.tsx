import { SegmentedControl } from '@mantine/core';
import type { ImportFormat } from '@readout/api-contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Heading } from '../../frame/heading.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useNarrow } from '../../frame/use-narrow.ts';
import { useTitle } from '../../frame/use-title.ts';
import { importWords } from '../../words/import-words.ts';
import { words } from '../../words/words.ts';
import { DatabaseForm } from './database-form.tsx';
import { DropArea } from './drop-area.tsx';
import { FormerImports } from './former-imports.tsx';
import styles from './import.module.css';
import { useBringFiles } from './use-bring-files.ts';

const FORMATS = ['substack', 'ghost', 'listmonk', 'table'] as const satisfies readonly ImportFormat[];

/** Where one begins to bring history in, and what came of it so far. */
export function ImportsPage() {
  const publication = usePublication();
  const [format, setFormat] = useState<ImportFormat>('substack');
  const narrow = useNarrow(30);
  const say = importWords.imports;
  useTitle(say.title, publication.name);
  return (
    <div className={styles['page']}>
      <header>
        <p className="back">
          <Link to="/p/$publication/settings" params={{ publication: publication.id }}>
            <span aria-hidden="true">← </span>
            {words.publication.title}
          </Link>
        </p>
        <Heading>{say.title}</Heading>
        <p className="says">{say.says}</p>
      </header>
      <section className={styles['sources']} aria-labelledby="sources">
        <h2 id="sources">{say.sources}</h2>
        <SegmentedControl
          aria-label={say.sources}
          orientation={narrow ? 'vertical' : 'horizontal'}
          data={FORMATS.map((value) => ({ value, label: say.names[value] }))}
          value={format}
          onChange={(value) => setFormat(FORMATS.find((one) => one === value) ?? 'substack')}
        />
        <p>{say.how[format]}</p>
        {format === 'listmonk' ? (
          <DatabaseForm publication={publication.id} />
        ) : (
          <NewFiles key={format} publication={publication.id} format={format} />
        )}
      </section>
      <FormerImports publication={publication} />
    </div>
  );
}

function NewFiles({ publication, format }: { publication: string; format: Exclude<ImportFormat, 'listmonk'> }) {
  return <DropArea format={format} {...useBringFiles(publication, format, null)} />;
}
