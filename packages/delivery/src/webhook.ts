import { request as http, type IncomingMessage } from 'node:http';
import { request as https } from 'node:https';
import { isIP } from 'node:net';
import { type Delivered, messageOf } from './outcome.ts';
import { addressWithin, OutOfReachError } from './reach.ts';
import { signed } from './signature.ts';

export interface WebhookMessage {
  readonly url: URL;
  /** The same at every try, by which a receiver knows a repeat. */
  readonly id: string;
  readonly secret: string;
  /** JSON. */
  readonly body: string;
  /** UTC, milliseconds. */
  readonly at: number;
}

const PATIENCE_MS = 30_000;
const GONE = 410;

/** What is wrong with the address of a webhook, in a sentence; null: nothing. */
export function faultOfTarget(text: string, allowsPrivate: boolean): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return 'Not an https:// address.';
  if (url.username !== '' || url.password !== '') return 'The address must hold no name and password.';
  if (url.protocol === 'http:' && !allowsPrivate) return 'What leaves here is encrypted: give an https:// address.';
  return null;
}

/** Posts a signed message. It is led nowhere else, and what is answered beyond the status is not read. */
export async function postWebhook(message: WebhookMessage, allowsPrivate: boolean): Promise<Delivered> {
  const { url } = message;
  const fault = faultOfTarget(url.href, allowsPrivate);
  if (fault !== null) return { kind: 'failed', why: fault, again: false };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  try {
    const status = await post(message, host, await addressWithin(host, allowsPrivate));
    if (status >= 200 && status < 300) return { kind: 'done', note: null };
    if (status >= 300 && status < 400) {
      return { kind: 'failed', why: `${url.host} answered ${status}, and redirects are not followed.`, again: true };
    }
    return { kind: 'failed', why: `${url.host} answered ${status}.`, again: status !== GONE };
  } catch (error) {
    if (error instanceof OutOfReachError) return { kind: 'failed', why: error.message, again: error.isPassing };
    return { kind: 'failed', why: `${url.host}: ${messageOf(error)}`, again: true };
  }
}

async function post({ url, id, secret, body, at }: WebhookMessage, host: string, address: string): Promise<number> {
  const isSecure = url.protocol === 'https:';
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = (isSecure ? https : http)(
      {
        host: address,
        port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
        path: `${url.pathname}${url.search}`,
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(isIP(host) === 0 ? { servername: host } : {}),
        headers: {
          host: url.host,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Readout',
          ...signed(id, at, body, secret),
        },
      },
      resolve,
    );
    asked.once('error', reject);
    asked.end(body);
  });
  answer.destroy();
  return answer.statusCode ?? 0;
}
