import { Button } from '@mantine/core';
import type { OwnRulesView } from '@readout/api-contract';
import { draftOf } from '../../findings/rules-draft.ts';
import { words } from '../../words/words.ts';
import { sentenceOf } from './rule-sentence.ts';
import styles from './rules.module.css';

/** Somebody else saved other rules meanwhile: theirs are shown, and which shall hold is chosen. */
export function Conflict({ theirs, onKeep, onTake }: { theirs: OwnRulesView; onKeep: () => void; onTake: () => void }) {
  return (
    <div role="alert" className={styles['conflict']}>
      <p>
        <strong>{words.rules.conflict}</strong>
      </p>
      <p>{theirs.rules.length === 0 ? words.rules.conflictNone : words.rules.conflictSays}</p>
      <ol>
        {draftOf(theirs.rules).map((rule) => (
          <li key={rule.key}>
            {rule.name}: <span className="dim">{sentenceOf(rule)}</span>
          </li>
        ))}
      </ol>
      <div className={styles['actions']}>
        <Button variant="default" size="sm" onClick={onKeep}>
          {words.rules.keepMine}
        </Button>
        <Button variant="default" size="sm" onClick={onTake}>
          {words.rules.takeTheirs}
        </Button>
      </div>
      <p className="small dim">{words.rules.kept}</p>
    </div>
  );
}
