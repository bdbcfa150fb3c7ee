import type { CurrencyRevenue } from '@readout/api-contract';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import type { MoneyFormat } from '../../../format/money.ts';
import { shortened, shownTitle } from '../../../format/titles.ts';
import { numbers } from '../../../format/viewer.ts';
import { IssueLink } from '../../../frame/issue-link.tsx';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { Term } from '../term.tsx';
import styles from './revenue.module.css';

/** Characters of a title that a heading has room for. */
const LETTERS = 60;

/** Which issues led to what was paid. What no issue is known for stands in the same table. */
export function ByIssue({ revenue, money }: { revenue: CurrencyRevenue; money: MoneyFormat }) {
  const say = growthWords.revenue;
  const { issues, unattributed, currency, digits } = revenue;
  // What no issue is known for is often most of it: beside that no issue could be told from another.
  const most = Math.max(0, ...issues.map(({ amount }) => amount));
  const [first] = issues;
  return (
    <section aria-labelledby="revenue-issues">
      <h2 id="revenue-issues">
        {first === undefined || first.amount <= 0
          ? say.issues
          : say.issuesFinding(shortened(shownTitle(first.title), LETTERS), money.exact(first.amount))}
      </h2>
      <p className="says">{first === undefined ? say.noIssues : say.issuesSay}</p>
      <table className={`data ${styles['issues']}`}>
        <thead>
          <tr>
            <th scope="col">{say.issue}</th>
            <td className={growth['onlyWide']} />
            <th scope="col" className="number">
              <Term of="broughtBy">{say.amount}</Term>
            </th>
            <th scope="col" className="number">
              {say.subscriptions}
            </th>
          </tr>
        </thead>
        <tbody>
          {issues.map(({ issue, title, amount, subscriptions }) => (
            <tr key={issue}>
              <th scope="row">
                <IssueLink issue={{ id: issue, title }} />
              </th>
              <td className={`${styles['bar']} ${growth['onlyWide']}`}>
                <ShareBar value={amount} most={most} />
              </td>
              <td className="number">{money.exact(amount)}</td>
              <td className="number dim">{numbers.count(subscriptions)}</td>
            </tr>
          ))}
          <tr className="dim">
            <th scope="row">
              <Term of="unattributed">{say.unattributed}</Term>
            </th>
            <td className={growth['onlyWide']} />
            <td className="number">{money.exact(unattributed.amount)}</td>
            <td className="number">{numbers.count(unattributed.subscriptions)}</td>
          </tr>
        </tbody>
      </table>
      <div className={growth['csv']}>
        <ExportMenu
          of={say.issues}
          table={() => ({
            columns: [say.issue, say.amount, say.subscriptions, say.currency],
            rows: [
              ...issues.map(({ title, amount, subscriptions }) => [
                title,
                amount / 10 ** digits,
                subscriptions,
                currency,
              ]),
              [say.unattributed, unattributed.amount / 10 ** digits, unattributed.subscriptions, currency],
            ],
          })}
        />
      </div>
    </section>
  );
}
