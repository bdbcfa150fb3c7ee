import type { IssueReport } from '@readout/api-contract';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CsvTable } from '../../../csv/csv-table.ts';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { hostOf, leadingLink } from '../../../findings/readership.ts';
import { numbers } from '../../../format/viewer.ts';
import { Message } from '../../../frame/message.tsx';
import { words } from '../../../words/words.ts';
import { LinkTable } from './link-table.tsx';
import styles from './whole.module.css';
import { LINK_GROUPS, type WholeSearch } from './whole-search.ts';

const route = getRouteApi('/signed-in/p/$publication/issues/$issue');

/** The issue's links, ranked by how many people clicked them; those of the contents apart. The kind is in the address. */
export function RankedLinks({ report }: { report: IssueReport }) {
  const { links, sections, figures } = report;
  const { links: asked } = route.useSearch();
  const leading = leadingLink(links, figures.clickers);
  const titles = new Map(sections.map((one) => [one.id, one.title]));
  const most = Math.max(0, ...links.map((one) => one.clickers));
  const contents = links.filter(({ kind }) => kind === 'contents');
  const others = links.filter(({ kind }) => kind !== 'contents' && (asked === undefined || kind === asked));
  return (
    <section aria-labelledby="links">
      <h2 id="links">
        {leading === null
          ? words.links.heading
          : words.links[leading.outsideContents ? 'findingOutside' : 'finding'](
              numbers.rate(leading.share),
              leading.link.text || hostOf(leading.link.url),
            )}
      </h2>
      {links.length === 0 && <Message>{words.links.noLinks}</Message>}
      {links.length > 0 && (
        <>
          {most === 0 && <Message title={words.links.none}>{words.links.noneSays}</Message>}
          <nav className={styles['groups']} aria-label={words.whole.links.filter}>
            <Group group={undefined} asked={asked} count={links.length - contents.length} />
            {LINK_GROUPS.map((group) => (
              <Group
                key={group}
                group={group}
                asked={asked}
                count={links.filter(({ kind }) => kind === group).length}
              />
            ))}
          </nav>
          {others.length === 0 ? (
            <Message>{words.whole.links.noneOfKind}</Message>
          ) : (
            <LinkTable key={asked ?? 'all'} links={others} titles={titles} clickers={figures.clickers} most={most} />
          )}
          {contents.length > 0 && asked === undefined && (
            <div className={styles['contents']}>
              <h3>{words.whole.links.contents}</h3>
              <p className="dim small">{words.whole.links.contentsSay}</p>
              <LinkTable links={contents} titles={titles} clickers={figures.clickers} most={most} />
            </div>
          )}
          <ExportMenu table={() => csvOf(links, titles)} of={words.whole.links.csv} />
        </>
      )}
    </section>
  );
}

function Group({ group, asked, count }: { group: WholeSearch['links']; asked: WholeSearch['links']; count: number }) {
  return (
    <Link
      from="/p/$publication/issues/$issue"
      to="."
      search={({ links: _, ...before }) => (group === undefined ? before : { ...before, links: group })}
      replace
      resetScroll={false}
      preload={false}
      activeOptions={{ exact: true }}
      aria-current={group === asked ? 'true' : undefined}
    >
      {words.whole.links.groups[group ?? 'all']} <span className="dim">{numbers.count(count)}</span>
    </Link>
  );
}

function csvOf(links: IssueReport['links'], titles: ReadonlyMap<string, string>): CsvTable {
  const { link, kind, section, clickers, clicks, machineClicks } = words.links;
  return {
    columns: [link, words.whole.links.address, kind, section, clickers, clicks, machineClicks],
    rows: links.map((one) => [
      one.text,
      one.url,
      words.links.kinds[one.kind],
      one.section === null ? null : (titles.get(one.section) ?? null),
      one.clickers,
      one.clicks,
      one.machineClicks,
    ]),
  };
}
