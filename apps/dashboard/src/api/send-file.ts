import { words } from '../words/words.ts';
import { ApiError, errorOf } from './client.ts';

/**
 * Sends a file as it is, of any size. With XMLHttpRequest, since fetch says nothing of how much has gone.
 * @param onSent bytes that have gone so far
 * @throws {ApiError} for every answer that is not 2xx, and where the connection broke off; `signal`'s reason where it was cancelled
 */
export function sendFile<Answer>(
  path: string,
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
        void errorOf(new Response(responseText, { status })).then(reject);
      });
    sending.onerror = () => settle(() => reject(new ApiError(0, 'unreachable', words.problems.unreachable)));
    sending.onabort = () => settle(() => reject(signal.reason));
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', stop);
    sending.open('PUT', `/api/v1${path}`);
    sending.setRequestHeader('accept', 'application/json');
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.send(file);
  });
}
