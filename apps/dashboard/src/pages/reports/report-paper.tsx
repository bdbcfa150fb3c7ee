import type { ReportBlock, ReportFigures, ReportTable, ReportView } from '@readout/api-contract';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { BarsChart, LineChart } from './report-chart.tsx';
import styles from './reports.module.css';

type Shown = Pick<ReportView, 'language' | 'title' | 'subtitle' | 'about' | 'sections'>;

/** A report as a page, in its own language. */
export function ReportPaper({ report }: { report: Shown }) {
  return (
    <article lang={report.language} className={styles['paper']} aria-labelledby="report-title">
      <header className={styles['title']}>
        <h2 id="report-title" className="theirs">
          {report.title}
        </h2>
        {report.subtitle !== '' && <p className="dim theirs">{report.subtitle}</p>}
        <dl className={styles['about']}>
          {report.about.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      </header>
      {report.sections.map(({ title, blocks }, at) => (
        <section key={title} aria-labelledby={`section-${at}`}>
          <h2 id={`section-${at}`}>{title}</h2>
          {blocks.map((block, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what a report says has no names, and does not move
            <Block key={place} id={`block-${at}-${place}`} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

function Block({ id, block }: { id: string; block: ReportBlock }) {
  switch (block.type) {
    case 'figures':
      return <Figures items={block.items} />;
    case 'text':
      return <p>{block.text}</p>;
    case 'table':
      return <Table id={id} table={block} />;
    case 'line':
      return <LineChart id={id} chart={block} />;
    case 'bars':
      return <BarsChart id={id} chart={block} />;
    case 'definitions':
      return (
        <dl className={styles['definitions']}>
          {block.items.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      );
  }
}

function Figures({ items }: { items: ReportFigures['items'] }) {
  return (
    <dl className={styles['figures']}>
      {items.map(({ label, cell, comparison, range }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{cell.text}</strong>
            {comparison !== null && <span className="dim small">{comparison}</span>}
            {range !== null && <span className="dim small">{range.text}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Table({ id, table: { title, columns, rows, total, note } }: { id: string; table: ReportTable }) {
  const classOf = (at: number) => (at === 0 || columns[at]?.kind === 'text' ? styles['words'] : 'number');
  return (
    <figure aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
      </figcaption>
      <ScrollBox label={title}>
        <table className="data">
          <thead>
            <tr>
              {columns.map(({ label }, at) => (
                <th key={label} scope="col" className={classOf(at)}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be the same, and none moves
              <tr key={place}>
                {row.map(({ text }, at) =>
                  at === 0 ? (
                    <th key={columns[at]?.label} scope="row" className={classOf(at)} dir="auto">
                      {text}
                    </th>
                  ) : (
                    <td key={columns[at]?.label} className={classOf(at)} dir="auto">
                      {text}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
          {total !== null && (
            <tfoot>
              <tr>
                {total.map(({ text }, at) =>
                  at === 0 ? (
                    <th key={columns[at]?.label} scope="row">
                      {text}
                    </th>
                  ) : (
                    <td key={columns[at]?.label} className={classOf(at)}>
                      {text}
                    </td>
                  ),
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollBox>
      {note !== null && <p className="dim small">{note}</p>}
    </figure>
  );
}
