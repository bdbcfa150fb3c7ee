import type { ReaderHistory } from '@readout/api-contract';
import { ExportMenu } from '../../csv/export-menu.tsx';
import { numbers, useDates } from '../../format/viewer.ts';
import { IssueLink } from '../../frame/issue-link.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';
import styles from './reader.module.css';

type Item = ReaderHistory['items'][number];

/** One reader's issues, newest first, with what they did. */
export function HistoryTable({ items }: { items: readonly Item[] }) {
  return (
    <>
      <ScrollBox label={words.reader.history} className={`scroll-x ${styles['history']}`}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{words.reader.issue}</th>
              <th scope="col">{words.reader.opened}</th>
              <th scope="col">{words.reader.clicked}</th>
              <th scope="col">{words.reader.afterwards}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <Row key={item.issue.id} item={item} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ExportMenu
        of={words.reader.history}
        table={() => ({
          columns: [
            words.csv.sent,
            words.reader.issue,
            words.reader.opened,
            words.reader.clicked,
            words.reader.kinds.paywall_hit,
            words.reader.kinds.trial_started,
            words.reader.kinds.converted,
          ],
          rows: items.map((one) => [
            one.issue.sentAt,
            one.issue.title,
            one.opened,
            one.clicks[0]?.time ?? null,
            one.paywall,
            one.trial,
            one.payment,
          ]),
        })}
      />
    </>
  );
}

function Row({ item }: { item: Item }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const { issue, bounced, opened, opens, fetchedAhead, clicks } = item;
  const unseen = fetchedAhead ? words.reader.fetchedAhead : words.reader.notOpened;
  const steps = [
    item.paywall === null ? null : words.reader.paywall(dates.sent(item.paywall)),
    item.trial === null ? null : words.reader.trial(dates.sent(item.trial)),
    item.payment === null ? null : words.reader.payment(dates.sent(item.payment)),
  ].filter((step) => step !== null);
  return (
    <tr>
      <th scope="row">
        <IssueLink issue={issue} />
        <p className="dim small">{dates.sent(issue.sentAt)}</p>
      </th>
      <td>
        {opened === null ? (
          <span className="dim">{bounced ? words.reader.bounced : unseen}</span>
        ) : (
          <>
            {dates.sent(opened)}
            {opens > 1 && <p className="dim small">{words.reader.again(opens, numbers.count(opens))}</p>}
          </>
        )}
      </td>
      <td>
        <ul>
          {clicks.map(({ time, link }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same link may be clicked twice in one moment
            <li key={at}>
              <span className="theirs">{link === null ? words.reader.hiddenLink : link.text || link.url}</span>{' '}
              <span className="dim small">{dates.sent(time)}</span>
            </li>
          ))}
        </ul>
      </td>
      <td>
        <ul>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
