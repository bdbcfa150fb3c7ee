import { SegmentedControl } from '@mantine/core';
import type { ReaderGroup, SingleReader } from '@readout/api-contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { singleReadersQuery } from '../../api/readership-queries.ts';
import { GROUPS } from '../../findings/reader-groups.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { Loading } from '../../frame/loading.tsx';
import { Failed } from '../../frame/message.tsx';
import { MoreButton } from '../../frame/more-button.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';
import styles from './readers.module.css';
import { readersSearch } from './readers-search.ts';

/** Single readers of a group, or of all, by their numbers. */
export function ReaderList({ group }: { group: ReaderGroup | null }) {
  const publication = usePublication();
  const navigate = useNavigate({ from: '/p/$publication/readers' });
  const list = useInfiniteQuery(singleReadersQuery(publication.id, group));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <SegmentedControl
        size="xs"
        className={styles['groups'] ?? ''}
        aria-label={words.readers.ofGroup}
        value={group ?? ''}
        onChange={(one) =>
          void navigate({
            search: (before) => readersSearch({ ...before, group: one }),
            replace: true,
            resetScroll: false,
          })
        }
        data={[
          { value: '', label: words.readers.all },
          ...GROUPS.map((one) => ({ value: one, label: words.readers.names[one] })),
        ]}
      />
      {list.isPending && <Loading height={320} />}
      {list.isError && items.length === 0 && (
        <Failed title={words.readers.listFailed} error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isSuccess && items.length === 0 && <p className="dim">{words.readers.noMembers}</p>}
      {items.length > 0 && <Members items={items} />}
      <MoreButton list={list}>{words.readers.moreMembers}</MoreButton>
      {list.isFetchNextPageError && <Failed error={list.error} />}
    </>
  );
}

function Members({ items }: { items: readonly SingleReader[] }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  return (
    <ScrollBox label={words.readers.single} className={`scroll-x ${styles['members']}`}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.readers.reader}</th>
            <th scope="col">{words.readers.group}</th>
            <th scope="col">{words.readers.standingThen}</th>
            <th scope="col" className="number">
              {words.readers.sentRead}
            </th>
            <th scope="col">{words.readers.lastRead}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ reader, group, standing, sent, read, lastRead }) => (
            <tr key={reader}>
              <th scope="row">
                <Link
                  to="/p/$publication/readers/$reader"
                  params={{ publication: publication.id, reader: String(reader) }}
                >
                  {words.reader.title(String(reader))}
                </Link>
              </th>
              <td>{group === null ? '–' : words.readers.names[group]}</td>
              <td>{standing === null ? words.readers.unknownStanding : words.segments.names[standing]}</td>
              <td className="number">{words.readers.readOf(numbers.count(read), numbers.count(sent))}</td>
              <td>
                {lastRead === null ? (
                  <span className="dim">{words.readers.nothingRead}</span>
                ) : (
                  <>
                    {dates.day(lastRead.sentAt)} <span className="theirs dim">{shownTitle(lastRead.title)}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
