import { importWords } from '../../words/import-words.ts';

type Named = keyof typeof importWords.oddities;

/** What is said of an oddity; of one that a newer server found, that it is one. */
export function oddityWords(kind: string) {
  const { oddities } = importWords;
  return oddities[isNamed(kind) ? kind : 'other'];
}

function isNamed(kind: string): kind is Named {
  return Object.hasOwn(importWords.oddities, kind);
}
