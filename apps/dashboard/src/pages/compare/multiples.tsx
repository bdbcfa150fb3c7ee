import type { ComparedIssue } from '@readout/api-contract';
import { ShareBar } from '../../figures/share-bar.tsx';
import { hostOf } from '../../findings/readership.ts';
import { ratio } from '../../format/numbers.ts';
import { shortened, shownTitle } from '../../format/titles.ts';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import styles from './compare.module.css';
import { Swatch } from './swatch.tsx';

interface Part {
  readonly id: string;
  readonly name: string;
  readonly clickers: number;
}

/** Of each issue a small picture of its links or sections, all on one scale. */
export function Multiples({ items, of }: { items: readonly ComparedIssue[]; of: 'links' | 'sections' }) {
  const most = Math.max(
    0,
    ...items.flatMap(({ figures, [of]: parts }) =>
      parts.map(({ clickers }) => ratio(clickers, figures.delivered) ?? 0),
    ),
  );
  if (items.every(({ [of]: parts }) => parts.length === 0)) return null;
  return (
    <section aria-labelledby={of}>
      <h2 id={of}>{words.compare[of]}</h2>
      <p className="dim small">{of === 'links' ? words.compare.linksSay : words.compare.sectionsSay}</p>
      <div className={styles['multiples']}>
        {items.map((item, at) => (
          <div key={item.id}>
            <h3 dir="auto">
              <Swatch at={at} /> <span className="theirs">{shortened(shownTitle(item.title), 60)}</span>
            </h3>
            <Parts
              parts={partsOf(item, of)}
              delivered={item.figures.delivered}
              most={most}
              none={of === 'links' ? words.compare.noLinks : words.compare.noSections}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

function partsOf({ links, sections }: ComparedIssue, of: 'links' | 'sections'): Part[] {
  return of === 'sections'
    ? sections.map(({ id, title, clickers }) => ({ id, name: title, clickers }))
    : links.map(({ id, text, url, clickers }) => ({ id, name: text || hostOf(url), clickers }));
}

function Parts({
  parts,
  delivered,
  most,
  none,
}: {
  parts: readonly Part[];
  delivered: number;
  most: number;
  none: string;
}) {
  if (parts.length === 0) return <p className="dim small">{none}</p>;
  return (
    <ul className={styles['parts']}>
      {parts.map(({ id, name, clickers }) => (
        <li key={id}>
          <span className={styles['part']}>
            <span className="theirs" dir="auto">
              {shortened(shownTitle(name), 80)}
            </span>
            <span>{numbers.count(clickers)}</span>
          </span>
          <ShareBar value={ratio(clickers, delivered) ?? 0} most={most} />
        </li>
      ))}
    </ul>
  );
}
