import { NativeSelect } from '@mantine/core';
import type { ImportColumns, ImportView } from '@readout/api-contract';
import { type FormEvent, useState } from 'react';
import {
  draftOf,
  gapsOf,
  MAPPED_PARTS,
  type MappedPart,
  type MappingDraft,
  mappingOf,
  ROW_KINDS,
} from '../../findings/table-mapping.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Message } from '../../frame/message.tsx';
import { importWords } from '../../words/import-words.ts';
import { FirstRows } from './first-rows.tsx';
import styles from './import.module.css';
import { Panel } from './panel.tsx';
import { RemoveButton } from './remove-button.tsx';
import { useLook } from './use-look.ts';

const OPTIONAL: readonly MappedPart[] = ['url', 'country', 'agent'];

/** Which column of a table is what. */
export function MappingStep({
  publication,
  job,
  columns,
  onGo,
}: {
  publication: string;
  job: ImportView;
  columns: ImportColumns;
  onGo: () => void;
}) {
  const [draft, setDraft] = useState<MappingDraft>(() => draftOf(job.mapping ?? columns.guess));
  const look = useLook(publication, job.id);
  const say = importWords.imports;
  const gaps = gapsOf(draft);
  const choose = (part: MappedPart, column: string) =>
    setDraft(({ columns: { [part]: _, ...others }, everyKind }) => ({
      columns: column === '' ? others : { ...others, [part]: column },
      everyKind,
    }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const mapping = mappingOf(draft);
    if (mapping !== null) look.mutate(mapping, { onSuccess: onGo });
  };
  return (
    <Panel title={say.mapping}>
      <p className="dim">{say.mappingSays}</p>
      <FirstRows columns={columns} />
      <form className={styles['panel']} onSubmit={submit}>
        <div className={styles['two']}>
          {MAPPED_PARTS.map((part) => (
            <NativeSelect
              key={part}
              label={OPTIONAL.includes(part) ? say.optional(say.parts[part]) : say.parts[part]}
              value={draft.columns[part] ?? ''}
              onChange={(event) => choose(part, event.currentTarget.value)}
              data={[
                { value: '', label: say.noColumn },
                ...[...new Set(columns.columns)].map((column) => ({ value: column, label: column })),
              ]}
            />
          ))}
          <NativeSelect
            label={say.everyRowLabel}
            disabled={draft.columns.kind !== undefined}
            value={draft.columns.kind === undefined ? draft.everyKind : ''}
            onChange={(event) => setDraft({ ...draft, everyKind: event.currentTarget.value })}
            data={[
              { value: '', label: draft.columns.kind === undefined ? say.chooseKind : say.asTheColumnSays },
              ...ROW_KINDS.map((kind) => ({ value: kind, label: say.everyKinds[kind] })),
            ]}
          />
        </div>
        <div className={styles['gaps']} role="status">
          <h3>{say.gapsTitle}</h3>
          {gaps.length === 0 ? (
            <p className="dim">{say.gapsNone}</p>
          ) : (
            <ul className={styles['will']}>
              {gaps.map((gap) => (
                <li key={gap}>{say.gaps[gap]}</li>
              ))}
            </ul>
          )}
        </div>
        {look.error !== null && <Message urgent>{look.error.message}</Message>}
        <div className={styles['decide']}>
          <BusyButton type="submit" disabled={gaps.length > 0} loading={look.isPending}>
            {say.mappingGo}
          </BusyButton>
          <RemoveButton publication={publication} id={job.id} />
        </div>
      </form>
    </Panel>
  );
}
