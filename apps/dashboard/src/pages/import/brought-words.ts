import type { ImportCounts } from '@readout/api-contract';
import { numbers } from '../../format/viewer.ts';
import { importWords } from '../../words/import-words.ts';

/** Issues, readers and events of an import, each as a number with its noun. */
export function broughtWords({ issues, readers, events }: Pick<ImportCounts, 'issues' | 'readers' | 'events'>) {
  const say = importWords.imports;
  return {
    issues: say.issues(issues, numbers.count(issues)),
    readers: say.readers(readers, numbers.count(readers)),
    events: say.events(events, numbers.count(events)),
  };
}

/** Whether all of it was here already. */
export function isNothingNew({ events, statements, known, retitled }: ImportCounts): boolean {
  return events === 0 && statements === 0 && retitled === 0 && known > 0;
}
