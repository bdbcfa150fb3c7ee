import type { ImportFound } from '@readout/api-contract';
import { numbers, useDates } from '../../format/viewer.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { importWords } from '../../words/import-words.ts';
import styles from './import.module.css';

type Kinds = typeof importWords.imports.kinds;

/** What there is in what was given, in numbers. */
export function FoundFacts({ found }: { found: ImportFound }) {
  const { timeZone } = usePublication();
  const dates = useDates(timeZone);
  const say = importWords.imports;
  const kinds = Object.entries(say.kinds) as [keyof Kinds, string][];
  return (
    <dl className={styles['facts']}>
      <Fact name={say.facts.issues} value={numbers.count(found.posts)} />
      {found.people > 0 && <Fact name={say.facts.people} value={numbers.count(found.people)} />}
      {kinds
        .filter(([kind]) => (found.events[kind] ?? 0) > 0)
        .map(([kind, name]) => (
          <Fact key={kind} name={name} value={numbers.count(found.events[kind] ?? 0)} />
        ))}
      {found.from !== null && found.to !== null && (
        <Fact name={say.facts.when} value={say.fromTo(dates.moment(found.from), dates.moment(found.to))} />
      )}
    </dl>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
