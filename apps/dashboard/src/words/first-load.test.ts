import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { parsed } from './testing/phrases.ts';

const SOURCE = join(import.meta.dirname, '..');

/** Files of ours that come with `path`, itself among them: what they import at once, not what they fetch later. */
function loadedWith(path: string, known: Map<string, ts.SourceFile> = new Map()): Map<string, ts.SourceFile> {
  if (known.has(path)) return known;
  const file = parsed(path);
  known.set(path, file);
  for (const statement of file.statements) {
    const isType = ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== undefined;
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) || isType) continue;
    const from = statement.moduleSpecifier;
    if (from === undefined || !ts.isStringLiteral(from) || !/^\..*\.tsx?$/.test(from.text)) continue;
    loadedWith(join(dirname(path), from.text), known);
  }
  return known;
}

/** Where `words` is taken outside of any function: when the file is evaluated. */
function takenAtOnce(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isImportDeclaration(node)) return;
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'words') {
      found.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

test('nothing that is loaded before the language has come takes its words at once', () => {
  const files = loadedWith(join(SOURCE, 'main.ts'));
  expect(files.size).toBeGreaterThan(40);
  const taken = [...files].flatMap(([path, file]) =>
    takenAtOnce(file).map((what) => `${relative(SOURCE, path)}: ${what}`),
  );
  expect(taken).toEqual([]);
});

test('the words and pages of growth come with these pages alone', () => {
  const files = [...loadedWith(join(SOURCE, 'main.ts')).keys()].map((path) => relative(SOURCE, path));
  expect(files.filter((path) => /growth/.test(path)).sort()).toEqual([
    'api/growth-queries.ts',
    'pages/growth/growth-search.ts',
    'pages/growth/with-growth-words.ts',
  ]);
});

test('so do those of bringing history in', () => {
  const files = [...loadedWith(join(SOURCE, 'main.ts')).keys()].map((path) => relative(SOURCE, path));
  expect(files.filter((path) => /import/.test(path))).toEqual(['pages/import/with-import-words.ts']);
});

test('and those of links without sign-in, but for the button', () => {
  const files = [...loadedWith(join(SOURCE, 'main.ts')).keys()].map((path) => relative(SOURCE, path));
  expect(files.filter((path) => /shar(e|ing)/.test(path)).sort()).toEqual([
    'pages/share-link/shared-search.ts',
    'pages/sharing/share-button.tsx',
    'pages/sharing/with-sharing-words.ts',
  ]);
});

test('a page that takes words at once would be found', () => {
  const page = ts.createSourceFile(
    'page.ts',
    'const A = [words.a.b]; const f = () => words.c;',
    ts.ScriptTarget.Latest,
    true,
  );
  expect(takenAtOnce(page)).toEqual(['words.a']);
});
