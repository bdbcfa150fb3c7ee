import type { FunnelPart, FunnelStep, FunnelView } from '@readout/api-contract';
import type { CsvTable } from '../../../csv/csv-table.ts';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { mostOfParts } from '../../../findings/funnel.ts';
import { numbers } from '../../../format/viewer.ts';
import { ScrollBox } from '../../../frame/scroll-box.tsx';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { FUNNEL_BY } from '../growth-search.ts';
import { OneOfMany } from '../one-of.tsx';
import { Term } from '../term.tsx';
import styles from './funnel.module.css';
import { PartName, partName } from './part-name.tsx';

type Taken = NonNullable<FunnelView['parts']>;

/** The funnel taken apart: a row for each part, with a small bar for each figure. */
export function Parts({
  funnel: { parts, steps },
  by,
  onChoose,
}: {
  funnel: FunnelView;
  by: FunnelPart | null;
  onChoose: (by: FunnelPart | null) => void;
}) {
  const say = growthWords.funnel.parts;
  return (
    <section aria-labelledby="funnel-parts">
      <div className="section-head">
        <h2 id="funnel-parts">{say.heading}</h2>
        <OneOfMany
          label={say.choose}
          value={by ?? ''}
          choices={[
            { value: '' as const, label: say.none },
            ...FUNNEL_BY.map((value) => ({ value, label: say.by[value] })),
          ]}
          onChoose={(value) => onChoose(value === '' ? null : value)}
        />
      </div>
      {by !== null && <p className="says">{say.says[by]}</p>}
      {parts !== null && parts.items.length === 0 && <p className="dim">{say.nobody}</p>}
      {parts !== null && parts.items.length > 0 && (
        <Table parts={parts} steps={steps.map(({ step }) => step)} title={`${say.heading}: ${say.by[parts.by]}`} />
      )}
    </section>
  );
}

function Table({ parts, steps, title }: { parts: Taken; steps: readonly FunnelStep[]; title: string }) {
  const say = growthWords.funnel;
  const most = mostOfParts(parts.items, steps.length);
  return (
    <>
      <ScrollBox label={title} className={`scroll-x ${growth['table']}`}>
        <table className={`data ${styles['parts']}`}>
          <thead>
            <tr>
              <th scope="col">{say.parts.by[parts.by]}</th>
              {steps.map((step) => (
                <th key={step} scope="col" className="number">
                  <Term of={step}>{say.steps[step]}</Term>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.items.map((item) => (
              <tr key={item.key}>
                <th scope="row">
                  <PartName by={parts.by} part={item} />
                </th>
                {steps.map((step, at) => (
                  <Cell key={step} people={item.people[at] ?? null} most={most[at] ?? 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {parts.more > 0 && <p className="dim small">{growthWords.growth.more(parts.more, numbers.count(parts.more))}</p>}
      <div className={growth['csv']}>
        <ExportMenu of={title} table={() => csvOf(parts, steps)} />
      </div>
    </>
  );
}

function Cell({ people, most }: { people: number | null; most: number }) {
  if (people === null) return <td className="number dim">–</td>;
  return (
    <td className="number">
      {numbers.count(people)}
      <div className={styles['thin']}>
        <ShareBar value={people} most={most} quiet />
      </div>
    </td>
  );
}

function csvOf({ by, items }: Taken, steps: readonly FunnelStep[]): CsvTable {
  const say = growthWords.funnel;
  return {
    columns: [say.parts.by[by], ...steps.map((step) => say.steps[step])],
    rows: items.map((item) => [partName(by, item), ...steps.map((_, at) => item.people[at] ?? null)]),
  };
}
