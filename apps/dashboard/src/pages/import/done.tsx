import { Button } from '@mantine/core';
import type { ImportCounts, ImportFormat } from '@readout/api-contract';
import { Link } from '@tanstack/react-router';
import { numbers } from '../../format/viewer.ts';
import { importWords } from '../../words/import-words.ts';
import { broughtWords, isNothingNew } from './brought-words.ts';
import styles from './import.module.css';
import { Panel } from './panel.tsx';

/** What came of an import, and where it is seen. */
export function Done({
  publication,
  format,
  counts,
}: {
  publication: string;
  format: ImportFormat;
  counts: ImportCounts;
}) {
  const say = importWords.imports;
  const { known, leftOut, statements, retitled, kept } = counts;
  const nothing = isNothingNew(counts);
  const { issues, readers, events } = broughtWords(counts);
  return (
    <Panel title={nothing ? say.doneNothing : say.done}>
      <p>{nothing ? say.doneNothingSays : say.doneSays(issues, readers, events)}</p>
      {statements > 0 && <p>{say.statements(statements, numbers.count(statements))}</p>}
      {known > 0 && <p className="dim">{say.known(known, numbers.count(known))}</p>}
      {retitled > 0 && <p>{say.retitled(retitled, numbers.count(retitled))}</p>}
      {kept > 0 && <p className="dim">{say.kept(kept, numbers.count(kept))}</p>}
      {leftOut > 0 && <p className="dim">{say.leftOut(leftOut, numbers.count(leftOut))}</p>}
      {format !== 'listmonk' && <p className="dim">{say.deleted}</p>}
      <div className={styles['decide']}>
        <Button renderRoot={(props) => <Link to="/p/$publication/issues" params={{ publication }} {...props} />}>
          {say.toIssues}
        </Button>
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/p/$publication" params={{ publication }} {...props} />}
        >
          {say.toHome}
        </Button>
        <Button
          variant="subtle"
          renderRoot={(props) => <Link to="/p/$publication/import" params={{ publication }} {...props} />}
        >
          {say.more}
        </Button>
      </div>
    </Panel>
  );
}
