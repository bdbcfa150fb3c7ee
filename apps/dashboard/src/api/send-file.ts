import type { Failure } from '@readout/api-client';
import { apiErrorOf } from './client.ts';

const NO_ANSWER: Failure = { status: 0, problem: {}, retryAfterSeconds: null };

/**
 * Sends a file as it is, of any size. With XMLHttpRequest, since fetch says nothing of how much has gone.
 * @param address as `api.address` gives it
 * @param onSent bytes that have gone so far
 * @throws {ApiError} for every answer that is not 2xx, and where the connection broke off; `signal`'s reason where it was cancelled
 */
export function sendFile<Answer>(
  address: string,
  file: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    const stop = () => sending.abort();
    const settle = (then: () => void) => {
      signal.removeEventListener('abort', stop);
      then();
    };
    sending.upload.onprogress = ({ loaded }) => onSent(Math.min(loaded, file.size));
    sending.onload = () =>
      settle(() => {
        const { status, responseText } = sending;
        if (status >= 200 && status < 300) return resolve(JSON.parse(responseText) as Answer);
        reject(apiErrorOf({ status, problem: problemIn(responseText), retryAfterSeconds: null }));
      });
    sending.onerror = () => settle(() => reject(apiErrorOf(NO_ANSWER)));
    sending.onabort = () => settle(() => reject(signal.reason));
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', stop);
    sending.open('PUT', address);
    sending.setRequestHeader('accept', 'application/json');
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.send(file);
  });
}

/** What the API said; nothing where something else answered. */
function problemIn(text: string): Failure['problem'] {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === 'object' && said !== null ? said : {};
  } catch {
    return {};
  }
}
