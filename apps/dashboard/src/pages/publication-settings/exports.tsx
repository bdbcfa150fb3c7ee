import { Skeleton } from '@mantine/core';
import type { LoggedExportView, PublicationView } from '@readout/api-contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { exportsQuery } from '../../api/export-queries.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { Failed, Message } from '../../frame/message.tsx';
import { MoreButton } from '../../frame/more-button.tsx';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';

/** Who took what out of a publication, the newest first. */
export function ExportLog({ publication }: { publication: PublicationView }) {
  const log = useInfiniteQuery(exportsQuery(publication.id));
  const say = words.exports;
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{say.heading}</h2>
      <p className="dim">{say.says}</p>
      {log.isPending && <Skeleton height={22} width={320} maw="100%" mt="xs" />}
      {log.isError && <Failed error={log.error} retry={() => void log.refetch()} />}
      {log.data !== undefined && items.length === 0 && <Message>{say.none}</Message>}
      {items.length > 0 && <Log items={items} timeZone={publication.timeZone} />}
      <MoreButton list={log} size="compact-sm" mt="sm">
        {say.more}
      </MoreButton>
    </section>
  );
}

function Log({ items, timeZone }: { items: readonly LoggedExportView[]; timeZone: string }) {
  const dates = useDates(timeZone);
  const say = words.exports;
  return (
    <ScrollBox label={say.heading}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{say.when}</th>
            <th scope="col">{say.who}</th>
            <th scope="col">{say.what}</th>
            <th scope="col" className="number">
              {say.rows}
            </th>
            <th scope="col">{say.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td className="small">{dates.moment(one.startedAt)}</td>
              <td className="small">{whoOf(one)}</td>
              <td className="small">
                <span className={one.what === 'table' ? 'theirs' : undefined}>{whatOf(one)}</span>{' '}
                {one.format !== 'link' && <span className="dim">{one.format.toUpperCase()}</span>}
                {filterOf(one) !== '' && <div className="dim">{filterOf(one)}</div>}
              </td>
              <td className="number">{one.rows === null ? '–' : numbers.count(one.rows)}</td>
              <td className="small">
                {say.outcomes[one.outcome]}
                {one.reason !== null && <div className="dim">{one.reason}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function whoOf({ actor, key }: LoggedExportView): string {
  if (actor === 'share') return words.exports.byLink(key ?? '');
  if (actor === 'schedule') return words.exports.bySchedule(key ?? '');
  return actor === 'key' ? words.exports.byKey(key ?? '') : words.exports.actors[actor];
}

/** A table by its title, a whole export by what it is of; what this interface does not know yet as the server calls it. */
function whatOf({ what, filter }: LoggedExportView): string {
  if (what === 'table' && typeof filter['title'] === 'string') return filter['title'];
  const named: Readonly<Record<string, string>> = words.exports.whats;
  return named[what] ?? what;
}

function filterOf({ what, filter }: LoggedExportView): string {
  if (what === 'table') return '';
  return Object.entries(filter)
    .filter(([, value]) => value !== null && String(value) !== '')
    .map(([name, value]) => `${name} = ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('; ');
}
