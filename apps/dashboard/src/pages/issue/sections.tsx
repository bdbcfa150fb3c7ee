import { SegmentedControl } from '@mantine/core';
import type { IssueReport } from '@readout/api-contract';
import { Fragment, useState } from 'react';
import { Defined } from '../../figures/defined.tsx';
import { ShareBar } from '../../figures/share-bar.tsx';
import { leadingSection, paywallPlace } from '../../findings/readership.ts';
import { numbers } from '../../format/viewer.ts';
import { Message } from '../../frame/message.tsx';
import { words } from '../../words/words.ts';
import styles from './issue.module.css';

/** The issue's sections, in their order with the paywall between them or ranked, and who clicked in them. */
export function Sections({ report: { sections, figures } }: { report: IssueReport }) {
  const leading = leadingSection(sections, figures.clickers);
  const paywall = paywallPlace(sections);
  const most = Math.max(0, ...sections.map((one) => one.clickers));
  const [isRanked, setRanked] = useState(false);
  const shown = isRanked ? sections.toSorted((a, b) => b.clickers - a.clickers) : sections;
  return (
    <section aria-labelledby="sections">
      <div className={styles['sectionsTop']}>
        <h2 id="sections">{leading === null ? words.sections.heading : words.sections.finding(leading.title)}</h2>
        {most > 0 && (
          <SegmentedControl
            size="xs"
            aria-label={words.sections.order}
            value={isRanked ? 'ranked' : 'in-order'}
            onChange={(value) => setRanked(value === 'ranked')}
            data={[
              { value: 'in-order', label: words.sections.inOrder },
              { value: 'ranked', label: words.sections.ranked },
            ]}
          />
        )}
      </div>
      {sections.length === 0 ? (
        <Message title={words.sections.none}>{words.sections.noneSays}</Message>
      ) : (
        <table className={`data ${styles['sections']}`}>
          <thead>
            <tr>
              <th scope="col">{words.sections.column}</th>
              <th scope="col" className="number" colSpan={2}>
                <Defined term="clickers">{words.sections.clickers}</Defined>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((section, index) => (
              <Fragment key={section.id}>
                {!isRanked && paywall?.place === 'before' && paywall.index === index && (
                  <Paywall text={words.sections.paywall} />
                )}
                <tr>
                  <th scope="row" className="theirs">
                    {section.title}
                    {isRanked && section.access !== 'before' && (
                      <span className={styles['access']}>{words.sections[section.access]}</span>
                    )}
                  </th>
                  <td className={styles['barCell']}>
                    <ShareBar value={section.clickers} most={most} />
                  </td>
                  <td className="number">{numbers.count(section.clickers)}</td>
                </tr>
                {!isRanked && paywall?.place === 'within' && paywall.index === index && (
                  <Paywall text={words.sections.paywallWithin} />
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Paywall({ text }: { text: string }) {
  return (
    <tr className={styles['paywall']}>
      <td colSpan={3}>
        <span>{text}</span>
      </td>
    </tr>
  );
}
