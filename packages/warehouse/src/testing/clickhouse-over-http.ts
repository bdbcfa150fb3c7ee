// The ClickHouse engine behind ClickHouse's HTTP interface, in a process of its own: stands for a server, which
// cannot be installed everywhere. The engine is the real one; only what the client sends and needs is spoken here
// (https://clickhouse.com/docs/interfaces/http): SQL in the body, or in `query` with the data in the body;
// `param_…`, `database` and settings in the address; Basic authentication; errors with their code in a header.
// Prints its port. Arguments: folder, user, password.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Session } from 'chdb';

const [folder = '', user = '', password = ''] = process.argv.slice(2);
const session = new Session(folder);
/** Understood by the HTTP interface itself and not by the engine. */
const NOT_SETTINGS = new Set(['query', 'database', 'query_id', 'session_id', 'default_format', 'wait_end_of_query']);
let last: Promise<unknown> = Promise.resolve();

const server = createServer((request, response) => {
  // One session: its settings and its database are those of one request at a time.
  last = last.then(() => answer(request, response));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => process.exit(0));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    if (request.headers.authorization !== expected) {
      fail(response, 516, `Code: 516. DB::Exception: ${user}: Authentication failed (AUTHENTICATION_FAILED)`);
      return;
    }
    const address = new URL(request.url ?? '', 'http://server');
    const body = await text(request);
    const query = address.searchParams.get('query');
    const sql = query === null ? body : `${query}\n${body}`;
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

function fail(response: ServerResponse, code: number, message: string): void {
  response.writeHead(code === 516 ? 403 : 500, { 'x-clickhouse-exception-code': String(code) });
  response.end(message);
}
