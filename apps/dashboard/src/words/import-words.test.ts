import { expect, test } from '@jest/globals';
import { importPages as english } from './en/import-pages.ts';
import { importPages as spanish } from './es/import-pages.ts';
import { importWords, speakOfImports } from './import-words.ts';

test('bringing history in is told in English until another language has come', async () => {
  expect(importWords).toBe(english);
  await speakOfImports('en');
  expect(importWords).toBe(english);
  await speakOfImports('es');
  expect(importWords).toBe(spanish);
});

test('what is odd has a singular and a plural', () => {
  expect(english.oddities.draft.says(1, '1')).toBe('1 draft');
  expect(english.oddities.draft.says(1_204, '1,204')).toBe('1,204 drafts');
  expect(spanish.oddities.missing_file.says(1, '1')).toBe('1 archivo que falta');
  expect(spanish.oddities.repeated_row.says(3, '3')).toBe('3 filas repetidas');
});

test('why an import stopped is Spanish where the sentence is known, and quoted where it is not', () => {
  const { problem } = spanish.imports;
  expect(problem('Readout stopped while this was under way. Start it again: it goes on where it was.')).toMatch(
    /^Readout se paró/,
  );
  expect(problem('There is nothing to read yet: give the ZIP archive that Substack gives out.')).toMatch(/^Todavía/);
  expect(problem('Something else.')).toBe('Readout dice: «Something else.»');
  expect(english.imports.problem('Something else.')).toBe('Something else.');
});
