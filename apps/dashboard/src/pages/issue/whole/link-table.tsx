import { Button } from '@mantine/core';
import type { IssueReport } from '@readout/api-contract';
import { useState } from 'react';
import { Defined } from '../../../figures/defined.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { hostOf } from '../../../findings/readership.ts';
import { ratio } from '../../../format/numbers.ts';
import { numbers } from '../../../format/viewer.ts';
import { words } from '../../../words/words.ts';
import styles from '../issue.module.css';
import { WhyLink } from '../why/why-link.tsx';
import whole from './whole.module.css';

/** So many links are shown at first. */
const FIRST = 15;

/** Links with who clicked them, in the order given. */
export function LinkTable({
  links,
  titles,
  clickers,
  most,
}: {
  links: IssueReport['links'];
  /** Of the sections, by id. */
  titles: ReadonlyMap<string, string>;
  /** Of the issue. */
  clickers: number;
  /** What the full width of a bar stands for. */
  most: number;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? links : links.slice(0, FIRST);
  return (
    <>
      <table className={`data ${styles['links']} ${whole['ranked']}`}>
        <thead>
          <tr>
            <th scope="col">{words.links.link}</th>
            <th scope="col" className={styles['wide']}>
              {words.links.kind}
            </th>
            <th scope="col" className={styles['wide']}>
              {words.links.section}
            </th>
            <th scope="col" className={`number ${styles['lastNarrow']}`} colSpan={2}>
              <Defined term="clickers">{words.links.clickers}</Defined>
            </th>
            <th scope="col" className={`number ${styles['wide']}`}>
              {words.links.share}
            </th>
            <th scope="col" className={`number ${styles['wide']}`}>
              <Defined term="clicks">{words.links.clicks}</Defined>
            </th>
            <th scope="col" className={`number ${styles['wide']}`}>
              <Defined term="machineClicks">{words.links.machineClicks}</Defined>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((link) => (
            <tr key={link.id}>
              <th scope="row">
                <span className={`${styles['theirText']} ${link.text === '' ? 'dim' : 'theirs'}`}>
                  {link.text || words.links.noText}
                </span>
                <a
                  className={styles['host']}
                  href={link.url}
                  target="_blank"
                  rel="noreferrer noopener"
                  title={link.url}
                >
                  {hostOf(link.url)}
                </a>
                {link.clicks + link.machineClicks + link.unclearClicks > 0 && (
                  <WhyLink
                    of={words.links.clicksOn(link.clicks, numbers.count(link.clicks), link.text || hostOf(link.url))}
                    search={{ why: 'clicks', link: link.id }}
                  />
                )}
              </th>
              <td className={`small ${styles['wide']}`}>{words.links.kinds[link.kind]}</td>
              <td className={`small ${styles['wide']}`}>
                {link.section === null ? <span className="dim">–</span> : titles.get(link.section)}
              </td>
              <td className={styles['barCell']}>
                <ShareBar value={link.clickers} most={most} />
              </td>
              <td className={`number ${styles['lastNarrow']}`}>{numbers.count(link.clickers)}</td>
              <td className={`number dim ${styles['wide']}`}>{numbers.rate(ratio(link.clickers, clickers))}</td>
              <td className={`number dim ${styles['wide']}`}>{numbers.count(link.clicks)}</td>
              <td className={`number dim ${styles['wide']}`}>{numbers.count(link.machineClicks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {links.length > FIRST && (
        <Button variant="subtle" size="sm" mt="sm" aria-expanded={all} onClick={() => setAll((before) => !before)}>
          {all ? words.links.fewer : words.links.all(numbers.count(links.length))}
        </Button>
      )}
    </>
  );
}
