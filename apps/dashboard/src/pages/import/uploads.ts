import type { ImportView } from '@readout/api-contract';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { importQuery, importsKey } from '../../api/import-queries.ts';
import { sendFile } from '../../api/send-file.ts';
import { type Pace, UploadPace } from '../../findings/upload-pace.ts';

/** An upload as it is shown. */
export interface UploadView {
  readonly state: 'sending' | 'failed';
  /** Of the file that is on its way, as it is called on this machine. */
  readonly name: string;
  /** Bytes, of all files together. */
  readonly sent: number;
  readonly total: number;
  readonly pace: Pace;
  readonly error: Error | null;
}

/** What is to be sent for one import. */
interface Consignment {
  readonly queries: QueryClient;
  readonly publication: string;
  readonly id: string;
  readonly files: readonly { readonly file: File; readonly name: string }[];
  /** Whether it is looked through as soon as all is there. */
  readonly thenLook: boolean;
}

interface Upload {
  readonly consignment: Consignment;
  readonly abort: AbortController;
  /** Files that have arrived. */
  arrived: number;
  view: UploadView;
}

/** Uploads outlive the page that began them, not the window: whoever closes that is asked. */
class Uploads {
  readonly #all = new Map<string, Upload>();
  readonly #listeners = new Set<() => void>();

  begin(consignment: Consignment): void {
    this.cancel(consignment.id);
    void this.#send(consignment, 0);
  }

  /** Those files that have not arrived, once more. */
  again(id: string): void {
    const upload = this.#all.get(id);
    if (upload?.view.state === 'failed') void this.#send(upload.consignment, upload.arrived);
  }

  /** Also forgets one that failed. */
  cancel(id: string): void {
    this.#all.get(id)?.abort.abort();
    this.#put(id, null);
  }

  /** The same object as long as nothing has changed. */
  of(id: string): UploadView | null {
    return this.#all.get(id)?.view ?? null;
  }

  readonly listen = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  async #send(consignment: Consignment, arrived: number): Promise<void> {
    const { queries, publication, id, files, thenLook } = consignment;
    const path = { publication, import: id };
    const total = files.reduce((sum, { file }) => sum + file.size, 0);
    const before = (count: number) => files.slice(0, count).reduce((sum, { file }) => sum + file.size, 0);
    const rate = new UploadPace(performance.now());
    const upload: Upload = {
      consignment,
      abort: new AbortController(),
      arrived,
      view: {
        state: 'sending',
        name: files[arrived]?.file.name ?? '',
        sent: before(arrived),
        total,
        pace: { perSecond: null, secondsLeft: null },
        error: null,
      },
    };
    const show = (change: Partial<UploadView>) => {
      if (this.#all.get(id) !== upload) return;
      upload.view = { ...upload.view, ...change };
      this.#tell();
    };
    this.#put(id, upload);
    const { signal } = upload.abort;
    const first = before(arrived);
    try {
      let answer: ImportView | null = null;
      for (const { file, name } of files.slice(arrived)) {
        const done = before(upload.arrived);
        show({ name: file.name, sent: done });
        const onSent = (bytes: number) => {
          rate.tell(done + bytes - first, performance.now());
          show({ sent: done + bytes, pace: rate.pace(total - first) });
        };
        answer = await sendFile<ImportView>(
          api.address('put', '/api/v1/publications/{publication}/imports/{import}/files/{name}', {
            path: { ...path, name },
          }),
          file,
          onSent,
          signal,
        );
        upload.arrived += 1;
      }
      if (thenLook)
        answer = await api.post('/api/v1/publications/{publication}/imports/{import}/look', { path, body: {}, signal });
      if (answer !== null) queries.setQueryData(importQuery(publication, id).queryKey, answer);
      void queries.invalidateQueries({ queryKey: importsKey(publication) });
      if (this.#all.get(id) === upload) this.#put(id, null);
    } catch (error) {
      if (!signal.aborted) show({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }

  #put(id: string, upload: Upload | null): void {
    if (upload === null) this.#all.delete(id);
    else this.#all.set(id, upload);
    this.#tell();
  }

  #tell(): void {
    const isSending = [...this.#all.values()].some(({ view }) => view.state === 'sending');
    if (isSending) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
    for (const listener of this.#listeners) listener();
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

export const uploads = new Uploads();
