import type { Engine } from '../engine/engine.ts';
import { SqlRefusedError } from '../errors.ts';
import { text } from '../schema/table.ts';

/**
 * What a statement may be made of, as the engine's own parser names it. What is not here is refused, among it SETTINGS
 * (`Set`), parameters, SAMPLE, and `APPLY`, which hides the function that it names.
 */
const NODES = new Set([
  'SelectWithUnionQuery',
  'SelectIntersectExceptQuery',
  'SelectQuery',
  'Subquery',
  'ExpressionList',
  'TablesInSelectQuery',
  'TablesInSelectQueryElement',
  'TableExpression',
  'TableIdentifier',
  'TableJoin',
  'ArrayJoin',
  'WithElement',
  'Identifier',
  'Literal',
  'Function',
  'Asterisk',
  'QualifiedAsterisk',
  'ColumnsRegexpMatcher',
  'ColumnsListMatcher',
  'ColumnsTransformerList',
  'ColumnsExceptTransformer',
  'ColumnsReplaceTransformer',
  'OrderByElement',
  'StorageOrderByElement',
  'WindowDefinition',
  'WindowListElement',
]);

/** Kinds of functions, as the engine sorts them, that look at nothing but what they are given. */
const CATEGORIES = [
  'Aggregate Functions',
  'Arithmetic',
  'Arrays',
  'Bit',
  'Comparison',
  'Conditional',
  'Dates and Times',
  'Distance',
  'Encoding',
  'Hash',
  'JSON',
  'Logical',
  'Map',
  'Mathematical',
  'Null',
  'Rounding',
  'String',
  'String Replacement',
  'String Search',
  'String Splitting',
  'Time Window',
  'Tuple',
  'Type Conversion',
  'URL',
];
/** Of these and others, by name: ones that look at nothing either, and what the parser makes of operators. */
const ALSO = [
  'lambda',
  'exists',
  'grouping',
  'caseWithExpression',
  'transform',
  'identity',
  'materialize',
  'bar',
  'toTypeName',
  'formatReadableSize',
  'formatReadableQuantity',
  'formatReadableTimeDelta',
  'runningDifference',
  'neighbor',
  'rowNumberInAllBlocks',
  'minSampleSizeConversion',
  'minSampleSizeContinuous',
  'proportionsZTest',
];
const NEVER = ['aggThrow', 'flameGraph', 'chdb'];
/** The one function that gives a table: days and steps are counted off with it. */
const TABLE_FUNCTIONS = ['numbers'];
const COMBINATORS =
  /(?:If|Array|ForEach|Distinct|OrNull|OrDefault|Map|Merge|State|SimpleState|Resample|ArgMin|ArgMax)$/;
const LONGEST = 100_000;

const allowed = new WeakMap<Engine, Promise<ReadonlySet<string>>>();

/**
 * Looks at somebody's own statement before anything of it is run: it must be one SELECT, of nothing but the views of one
 * database and of functions that look at nothing else. The engine itself parses it, as a text that is handed to it, and
 * says what it is made of; how it would write it down is what is run.
 * @param database The views' own, in which the names are looked up, as it is quoted.
 * @returns the statement as it may be run
 * @throws {SqlRefusedError}
 */
export async function checkedSql(engine: Engine, database: string, sql: string): Promise<string> {
  if (sql.length > LONGEST) throw new SqlRefusedError(`The statement is longer than ${LONGEST} characters.`);
  if (sql.includes('\0')) throw new SqlRefusedError('There is a NUL in the statement.');
  const statement = await parsed(engine, sql.replace(/[;\s]+$/, ''));
  // As it was parsed, before anything is made of it. The first FORMAT is the statement's, the next one the answer's.
  const ast = await said(
    engine
      .rows<{ explain: string }>(`EXPLAIN AST SELECT * FROM (${statement}\n) AS own FORMAT Null`)
      .catch((error: unknown) => {
        // It was read by itself, and cannot be within another: there is more to it than a question.
        throw wordsOfEngine(error) === null ? error : new SqlRefusedError(NOT_SELECT, { cause: error });
      }),
  );
  await checkParts(
    engine,
    ast.map(({ explain }) => explain),
  );
  await checkTree(engine, database, statement);
  return statement;
}

/** As the engine writes it, without comments. Handed over as a text: nothing of it is run. */
async function parsed(engine: Engine, sql: string): Promise<string> {
  const [row] = await said(
    engine.rows<{ statement: string }>(`SELECT formatQuerySingleLine(${text(sql)}) AS statement`),
  );
  const statement = row?.statement ?? '';
  if (!/^(?:SELECT|WITH|\()/.test(statement)) throw new SqlRefusedError(NOT_SELECT);
  return statement;
}

async function checkParts(engine: Engine, lines: readonly string[]): Promise<void> {
  const [functions, databases] = await Promise.all([
    functionsOf(engine),
    engine.written<{ name: string }>('SELECT name FROM system.databases'),
  ]);
  const names = new Set(['system', 'information_schema', ...databases.map(({ name }) => name.toLowerCase())]);
  for (const line of lines.flatMap((one) => one.split('\n'))) {
    const [, node = '', rest = ''] = /^\s*(\S*) ?(.*)$/.exec(line) ?? [];
    if (!NODES.has(node)) throw new SqlRefusedError(`${wordFor(node)} cannot be used here.`);
    const name = rest.split(' ', 1)[0] ?? '';
    if (node === 'TableIdentifier' && name.includes('.')) throw notView(name);
    // After IN a name may be a table's.
    if (node === 'Identifier' && names.has((name.split('.', 1)[0] ?? '').toLowerCase()) && name.includes('.')) {
      throw notView(name);
    }
    if (node === 'Function' && !isAmong(functions, name)) {
      throw new SqlRefusedError(
        `The function ${name} cannot be used here: only those that look at nothing but the views.`,
      );
    }
  }
}

/** What the names turned out to mean: a second look, should the parser not have shown something. */
async function checkTree(engine: Engine, database: string, statement: string): Promise<void> {
  const functions = await functionsOf(engine);
  const tree = await said(textOf(engine.streamReadOnly(database, `EXPLAIN QUERY TREE ${statement}`, 'TSVRaw')));
  const own = `${database.replaceAll('`', '')}.`;
  for (const [, name = ''] of tree.matchAll(/^\s*TABLE id: .*table_name: (\S+)/gm)) {
    const table = name.replace(/,$/, '').replaceAll('`', '');
    // What is asked of no table at all is asked of this one.
    if (!table.startsWith(own) && table !== 'system.one') throw notView(table);
  }
  for (const [, name = ''] of tree.matchAll(/^\s*TABLE_FUNCTION id: .*table_function_name: (\w+)/gm)) {
    if (!TABLE_FUNCTIONS.includes(name)) throw notView(`${name}()`);
  }
  for (const [, name = ''] of tree.matchAll(/^\s*FUNCTION id: .*function_name: (\w+)/gm)) {
    // What the engine puts in by itself begins with an underscore.
    if (!name.startsWith('_') && !isAmong(functions, name)) {
      throw new SqlRefusedError(`The function ${name} cannot be used here.`);
    }
  }
}

/** All functions that may be used; of those that the engine takes in any case, in small letters as well. */
function functionsOf(engine: Engine): Promise<ReadonlySet<string>> {
  const known = allowed.get(engine);
  if (known !== undefined) return known;
  const asked = readFunctions(engine);
  allowed.set(engine, asked);
  asked.catch(() => allowed.delete(engine));
  return asked;
}

async function readFunctions(engine: Engine): Promise<ReadonlySet<string>> {
  const rows = await engine.rows<{ name: string; any_case: 0 | 1 }>(`
    WITH own AS (
      SELECT name FROM system.functions
      WHERE (hasAny(splitByString(', ', toString(categories)), [${CATEGORIES.map(text).join(', ')}]) AND origin = 'System')
        OR name IN (${ALSO.map(text).join(', ')})
    )
    SELECT name, case_insensitive AS any_case FROM system.functions
    WHERE (name IN (own) OR alias_to IN (own))
      AND name NOT IN (${NEVER.map(text).join(', ')})
      AND lower(name) NOT IN (SELECT lower(name) FROM system.table_functions)`);
  const names = rows.flatMap(({ name, any_case }) => (any_case === 1 ? [name, name.toLowerCase()] : [name]));
  return new Set([...names, ...ALSO, ...TABLE_FUNCTIONS]);
}

function isAmong(functions: ReadonlySet<string>, name: string): boolean {
  let rest = name;
  for (;;) {
    if (functions.has(rest) || functions.has(rest.toLowerCase())) return true;
    const shorter = rest.replace(COMBINATORS, '');
    if (shorter === rest || shorter === '') return false;
    rest = shorter;
  }
}

export async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** What the engine says is wrong with a statement is for whoever wrote it. */
export async function said<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const words = wordsOfEngine(error);
    throw words === null ? error : new SqlRefusedError(`ClickHouse says: ${words}`, { cause: error });
  }
}

/** Null: it is none of the engine's, which says nothing about the statement. */
function wordsOfEngine(error: unknown): string | null {
  if (!(error instanceof Error) || error instanceof SqlRefusedError) return null;
  if (error.constructor.name !== 'ClickHouseError') return wordsOfEngine(error.cause);
  const [line = ''] = error.message.replace(/:?\s*In scope .*$/is, '').split('\n', 1);
  return line.slice(0, 500);
}

const NOT_SELECT =
  'Only a single SELECT can be asked, without INTO OUTFILE, FORMAT, SETTINGS or parameters: say beside it in which format the answer is to come.';

function notView(name: string): SqlRefusedError {
  return new SqlRefusedError(
    `${name} cannot be read here: only the views of this publication can, by their names alone (docs/sql-views.md).`,
  );
}

function wordFor(node: string): string {
  const words: Readonly<Record<string, string>> = {
    Set: 'SETTINGS',
    ColumnsApplyTransformer: 'APPLY',
    SampleRatio: 'SAMPLE',
    InterpolateElement: 'INTERPOLATE',
    QueryParameter: 'A parameter',
  };
  return words[node] ?? (/^\w+$/.test(node) ? node : 'Something in the statement');
}
