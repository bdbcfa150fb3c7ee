import { Readable } from 'node:stream';
import { problem } from '@readout/api-contract';
import { z } from 'zod';

/** A running Readout, as a command reaches it. */
export interface Server {
  readonly url: string;
  readonly key: string | null;
}

/** What the person at the terminal can mend; the message says how. */
export class CommandError extends Error {}

export function checkKey({ key }: Server): void {
  if (key !== null) return;
  throw new CommandError('No key: create one under Settings → API keys and set READOUT_API_KEY to it.');
}

/** A body that is no JSON. */
export class CsvText {
  constructor(readonly text: string) {}
}

/** A call of the API, a POST where there is a body. A refusal becomes an error with the server's own sentence. */
export function call<T extends z.ZodType>(
  server: Server,
  path: string,
  schema: T,
  body?: object | CsvText,
): Promise<z.infer<T>> {
  return asked(server, path, schema, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : { 'content-type': body instanceof CsvText ? 'text/csv' : 'application/json' },
    ...(body === undefined ? {} : { body: body instanceof CsvText ? body.text : JSON.stringify(body) }),
  });
}

/** Removes what is at a path. */
export async function remove(server: Server, path: string): Promise<void> {
  await asked(server, path, z.unknown(), { method: 'DELETE' });
}

/** A file, sent as it is and without being held in memory. */
export function sendFile<T extends z.ZodType>(
  server: Server,
  path: string,
  schema: T,
  file: { readonly bytes: number; readonly open: () => Readable; readonly onSent: (bytes: number) => void },
): Promise<z.infer<T>> {
  let sent = 0;
  async function* counted() {
    for await (const chunk of file.open()) {
      sent += (chunk as Buffer).length;
      file.onSent(sent);
      yield chunk as Buffer;
    }
  }
  return asked(server, path, schema, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(file.bytes) },
    // Node's own type of such a stream, and the one that its fetch names, are not the same.
    body: Readable.toWeb(Readable.from(counted())) as unknown as NonNullable<RequestInit['body']>,
    duplex: 'half',
  });
}

interface Request extends RequestInit {
  readonly headers?: Readonly<Record<string, string>>;
  readonly duplex?: 'half';
}

/** Asks the API by itself: the answer may be a refusal, and its body is still to be read. */
export async function reach(server: Server, path: string, request: Request = {}): Promise<Response> {
  try {
    return await fetch(`${server.url}/api/v1${path}`, {
      ...request,
      headers: { ...request.headers, authorization: `Bearer ${server.key}` },
    });
  } catch {
    throw new CommandError(`No Readout answers at ${server.url}. Start it with npm start, or set READOUT_URL.`);
  }
}

async function asked<T extends z.ZodType>(
  server: Server,
  path: string,
  schema: T,
  request: Request,
): Promise<z.infer<T>> {
  const response = await reach(server, path, request);
  if (response.ok) return schema.parse(await response.json().catch(() => null));
  throw await refusalOf(server, response);
}

/** What a refusal says, as an error. */
export async function refusalOf(server: Server, response: Response): Promise<CommandError> {
  const answer: unknown = await response.json().catch(() => null);
  if (response.status === 401) {
    return new CommandError(
      `${server.url} does not know this key. Send a valid key: create one under Settings → API keys and set READOUT_API_KEY to it.`,
    );
  }
  const refusal = problem.safeParse(answer);
  return new CommandError(
    refusal.success
      ? [refusal.data.detail, ...(refusal.data.errors ?? []).map((one) => `  ${one.path}: ${one.message}`)]
          .filter((line, at, all) => at === 0 || !all[0]?.includes(line.trim()))
          .join('\n')
      : `Readout answered ${response.status}.`,
  );
}
