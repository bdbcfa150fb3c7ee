import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const WORDS = join(import.meta.dirname, '..');

/**
 * What a language says, by its key: `pace.few` → ["reader", "readers", "so far"]. Of a function these are the pieces
 * of text in it, whichever way it goes, as they stand between what it is given.
 */
export function phrasesOf(language: string): ReadonlyMap<string, readonly string[]> {
  const folder = join(WORDS, language);
  const phrases = new Map<string, string[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    for (const { name, value } of exportedObjects(parsed(join(folder, file)))) {
      collect(value, name === language ? '' : name, phrases);
    }
  }
  return phrases;
}

export function parsed(path: string): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, kind);
}

function exportedObjects(file: ts.SourceFile): { name: string; value: ts.ObjectLiteralExpression }[] {
  return file.statements
    .filter(ts.isVariableStatement)
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true)
    .flatMap(({ declarationList }) =>
      declarationList.declarations.flatMap(({ name, initializer }) =>
        ts.isIdentifier(name) && initializer !== undefined && ts.isObjectLiteralExpression(initializer)
          ? [{ name: name.text, value: initializer }]
          : [],
      ),
    );
}

function collect(object: ts.ObjectLiteralExpression, path: string, phrases: Map<string, string[]>): void {
  for (const property of object.properties) {
    if (!ts.isPropertyAssignment(property)) continue;
    const { name, initializer } = property;
    const key = ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
    const own = path === '' ? key : `${path}.${key}`;
    if (ts.isObjectLiteralExpression(initializer)) collect(initializer, own, phrases);
    else phrases.set(own, textsIn(initializer));
  }
}

function textsIn(node: ts.Node): string[] {
  const texts: string[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isStringLiteralLike(one) || ts.isTemplateHead(one) || ts.isTemplateMiddleOrTemplateTail(one)) {
      const text = one.text.trim();
      // Signs and numbers belong to no language.
      if (/\p{Letter}{2}/u.test(text)) texts.push(text);
    }
    ts.forEachChild(one, visit);
  };
  visit(node);
  return texts;
}
