import { ExportMenu } from '../../csv/export-menu.tsx';
import { changeOf, GROUPS, type GroupDay, type Standing, sizesOf, sumOfGroups } from '../../findings/reader-groups.ts';
import { ratio } from '../../format/numbers.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import { GroupBar, GroupName } from './group-name.tsx';
import styles from './readers.module.css';

/** The groups as today began: how many, what share, and what changed in four weeks. */
export function GroupsNow({ days, standing }: { days: readonly GroupDay[]; standing: Standing | null }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const today = days.at(-1);
  if (today === undefined) return null;
  const sizes = sizesOf(today, standing);
  const all = sumOfGroups(sizes);
  const rows = GROUPS.map((group) => ({
    group,
    count: sizes[group],
    share: ratio(sizes[group], all),
    change: changeOf(days, group, standing),
  }));
  const most = Math.max(...rows.map(({ count }) => count));
  return (
    <section aria-labelledby="groups-now">
      <h2 id="groups-now">{words.readers.now}</h2>
      <p className="dim small">
        {words.readers.nowSays(today.issues, numbers.count(today.issues), dates.day(today.day))}
      </p>
      <table className={`data ${styles['now']}`}>
        <thead>
          <tr>
            <th scope="col">{words.readers.group}</th>
            <th scope="col" className="number">
              {words.readers.count}
            </th>
            <th scope="col" className="number">
              {words.readers.share}
            </th>
            <th scope="col" className="number">
              {words.readers.change}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ group, count, share, change }) => (
            <tr key={group}>
              <th scope="row">
                <GroupName group={group} />
                <p className="dim small">{words.readers.rules[group]}</p>
                <GroupBar group={group} share={most === 0 ? 0 : count / most} />
              </th>
              <td className="number">{numbers.count(count)}</td>
              <td className="number">{numbers.rate(share)}</td>
              <td className="number">{changeSays(change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ExportMenu
        of={words.readers.now}
        table={() => ({
          columns: [words.readers.group, words.readers.count, words.readers.share, words.readers.change],
          rows: rows.map(({ group, count, share, change }) => [words.readers.names[group], count, share, change]),
        })}
      />
    </section>
  );
}

function changeSays(change: number | null): string {
  if (change === null) return words.readers.changeUnknown;
  return change === 0 ? words.readers.noChange : numbers.difference(change);
}
