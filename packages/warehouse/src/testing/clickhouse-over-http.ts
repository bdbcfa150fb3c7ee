// The ClickHouse engine behind ClickHouse's HTTP interface, in a process of its own: stands for a server, which
// cannot be installed everywhere. The engine is the real one; only what the client sends and needs is spoken here
// (https://clickhouse.com/docs/interfaces/http): SQL in the body, or in `query` with the data in the body;
// `param_…`, `database` and settings in the address; Basic authentication; errors with their code in a header.
// `input(…)`, which a server reads from the body, is stood for by `file(…)` over the same bytes.
// Prints its port. Arguments: folder, user, password.
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Session } from 'chdb';

const [folder = '', user = '', password = ''] = process.argv.slice(2);
/** Each has a database and settings of its own, and answers one request at a time. */
const SESSIONS = 4;
const idle = Array.from({ length: SESSIONS }, () => new Session(folder));
const waiting: ((session: Session) => void)[] = [];
const INPUT_KEPT_MS = 60_000;
/** Understood by the HTTP interface itself and not by the engine. */
const NOT_SETTINGS = new Set(['query', 'database', 'query_id', 'session_id', 'default_format', 'wait_end_of_query']);

const server = createServer(async (request, response) => {
  const session = idle.pop() ?? (await new Promise<Session>((resolve) => waiting.push(resolve)));
  await answer(session, request, response);
  const next = waiting.shift();
  if (next === undefined) idle.push(session);
  else next(session);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => process.exit(0));

async function answer(session: Session, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    if (request.headers.authorization !== expected) {
      fail(response, 516, `Code: 516. DB::Exception: ${user}: Authentication failed (AUTHENTICATION_FAILED)`);
      return;
    }
    const address = new URL(request.url ?? '', 'http://server');
    const body = await buffer(request);
    const query = address.searchParams.get('query');
    const sql = query === null ? body.toString() : await withInput(query, body);
    const database = address.searchParams.get('database');
    if (database !== null && database !== '') await session.queryAsync(`USE \`${database}\``);
    const parameters: Record<string, string> = {};
    for (const [name, value] of address.searchParams) {
      if (name.startsWith('param_')) parameters[name.slice(6)] = value;
      else if (!NOT_SETTINGS.has(name)) await session.queryAsync(`SET ${name} = '${value}'`);
    }
    for (const [name, value] of Object.entries(parameters)) {
      await session.queryAsync(`SET param_${name} = '${value.replace(/[\\']/g, '\\$&')}'`);
    }
    const result = await session.queryAsync(sql, { format: 'TabSeparated' });
    response.writeHead(200, { 'content-type': 'text/plain; charset=UTF-8', 'x-clickhouse-summary': '{}' });
    response.end(result.text());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'clickhouseCode' in error ? Number(error.clickhouseCode) : 1002;
    fail(response, code, `Code: ${code}. DB::Exception: ${message}`);
  }
}

async function withInput(query: string, body: Buffer): Promise<string> {
  const input = /FROM input\('((?:[^'\\]|\\.)*)'\)/.exec(query);
  if (input === null) return `${query}\n${body}`;
  const path = join(folder, `input-${randomUUID()}`);
  await writeFile(path, body);
  setTimeout(() => void rm(path, { force: true }), INPUT_KEPT_MS).unref();
  const format = / FORMAT (\w+)\s*$/.exec(query);
  return query
    .slice(0, format?.index)
    .replace(input[0], () => `FROM file('${path}', '${format?.[1] ?? 'TabSeparated'}', '${input[1]}')`);
}

function fail(response: ServerResponse, code: number, message: string): void {
  response.writeHead(code === 516 ? 403 : 500, { 'x-clickhouse-exception-code': String(code) });
  response.end(message);
}
