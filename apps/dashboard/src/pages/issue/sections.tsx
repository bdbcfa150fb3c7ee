import type { IssueReport } from '@readout/api-contract';
import { Fragment } from 'react';
import { Defined } from '../../figures/defined.tsx';
import { ShareBar } from '../../figures/share-bar.tsx';
import { leadingSection, paywallPlace } from '../../findings/readership.ts';
import { numbers } from '../../format/viewer.ts';
import { Message } from '../../frame/message.tsx';
import { words } from '../../words/en.ts';
import styles from './issue.module.css';

/** The issue's sections in their order, who clicked in them, and where the paywall stands. */
export function Sections({ sections }: Pick<IssueReport, 'sections'>) {
  const leading = leadingSection(sections);
  const paywall = paywallPlace(sections);
  const most = Math.max(0, ...sections.map((one) => one.clickers));
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">{leading === null ? words.sections.heading : words.sections.finding(leading.title)}</h2>
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
            {sections.map((section, index) => (
              <Fragment key={section.id}>
                {paywall?.place === 'before' && paywall.index === index && <Paywall text={words.sections.paywall} />}
                <tr>
                  <th scope="row" className="theirs">
                    {section.title}
                  </th>
                  <td className={styles['barCell']}>
                    <ShareBar value={section.clickers} most={most} />
                  </td>
                  <td className="number">{numbers.count(section.clickers)}</td>
                </tr>
                {paywall?.place === 'within' && paywall.index === index && (
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
