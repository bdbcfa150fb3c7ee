import type { ReaderGroupSizes } from '@readout/api-contract';
import { ExportMenu } from '../../csv/export-menu.tsx';
import {
  GROUPS,
  type GroupDay,
  STANDINGS,
  standingContrast,
  sumOfGroups,
  withoutStanding,
} from '../../findings/reader-groups.ts';
import { ratio } from '../../format/numbers.ts';
import { numbers } from '../../format/viewer.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';
import styles from './readers.module.css';

/** The groups of today for each standing, as shares of it. */
export function ByStanding({ day }: { day: GroupDay }) {
  const rest = withoutStanding(day);
  const rows: readonly (readonly [string, ReaderGroupSizes])[] = [
    ...STANDINGS.map((one) => [words.segments.names[one], day.byStanding[one]] as const),
    ...(sumOfGroups(rest) > 0 ? [[words.readers.unknownStanding, rest] as const] : []),
  ];
  const contrast = standingContrast(day);
  const { inSentence } = words.segments;
  return (
    <section aria-labelledby="by-standing">
      <h2 id="by-standing">
        {contrast === null
          ? words.readers.byStanding
          : words.readers.byStandingFinding(
              inSentence[contrast.most],
              numbers.rate(contrast.mostShare),
              inSentence[contrast.least],
              numbers.rate(contrast.leastShare),
            )}
      </h2>
      <ScrollBox label={words.readers.byStanding} className={`scroll-x ${styles['standings']}`}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{words.readers.standingThen}</th>
              <th scope="col" className="number">
                {words.readers.count}
              </th>
              {GROUPS.map((group) => (
                <th key={group} scope="col" className="number">
                  {words.readers.names[group]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, sizes]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className="number">{numbers.count(sumOfGroups(sizes))}</td>
                {GROUPS.map((group) => (
                  <td key={group} className="number">
                    {numbers.rate(ratio(sizes[group], sumOfGroups(sizes)))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <ExportMenu
        of={words.readers.byStanding}
        table={() => ({
          columns: [words.readers.standingThen, ...GROUPS.map((group) => words.readers.names[group])],
          rows: rows.map(([name, sizes]) => [name, ...GROUPS.map((group) => sizes[group])]),
        })}
      />
    </section>
  );
}
