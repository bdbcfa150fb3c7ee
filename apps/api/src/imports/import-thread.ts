import { Worker } from 'node:worker_threads';
import type { Found, LookProgress } from '@readout/importers';
import type { FromWorker, Home, Step, Tally, Task, ToWorker } from './worker-messages.ts';

/** Of the heap that JavaScript's own objects are in, megabytes: a list of a million addresses takes some 200. */
const MOST_MEGABYTES = 1_024;
/**
 * Of that for objects that were made a moment ago, megabytes: what is read of an issue lives until all of it has become
 * records. With as little as V8 gives by itself, copying it about took more than a third of the thread's time.
 */
const YOUNG_MEGABYTES = 192;

interface Heard {
  readonly looking?: (progress: LookProgress) => void;
  readonly progress?: (step: Step, done: number, tally: Tally) => void;
}

/** The thread said that it could not do what it was told. */
export class ThreadError extends Error {
  readonly reason: string | null;
  constructor(message: string, reason: string | null, stack: string) {
    super(message);
    this.reason = reason;
    this.stack = stack;
  }
}

/**
 * Has a thread look through an import, or read it.
 * @param home What the thread may ask for; null: it looks only.
 * @returns What was found, or what came of it.
 * @throws {ThreadError} what the thread could not do. Otherwise what `home` could not do, or the reason of `signal`.
 */
export async function inThread(
  task: Task,
  home: Home | null,
  heard: Heard,
  signal: AbortSignal,
): Promise<{ readonly found: Found | null; readonly tally: Tally | null }> {
  signal.throwIfAborted();
  const worker = startWorker(task);
  const abort = () => void worker.terminate();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await outcomeOf(worker, home, heard, signal);
  } finally {
    signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

function outcomeOf(worker: Worker, home: Home | null, heard: Heard, signal: AbortSignal) {
  return new Promise<{ found: Found | null; tally: Tally | null }>((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      switch (message.type) {
        case 'looking':
          heard.looking?.(message.progress);
          break;
        case 'progress':
          heard.progress?.(message.step, message.done, message.tally);
          break;
        case 'found':
          resolve({ found: message.found, tally: null });
          break;
        case 'imported':
          resolve({ found: null, tally: message.tally });
          break;
        case 'failed':
          reject(new ThreadError(message.message, message.code, message.stack));
          break;
        case 'ask':
          if (signal.aborted) break;
          answer(home, message).then(
            (value) => worker.postMessage({ id: message.id, value } satisfies ToWorker),
            reject,
          );
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      reject(signal.aborted ? signal.reason : new Error('the thread that reads an import ended before it was done'));
    });
  });
}

function answer(home: Home | null, { method, args }: Extract<FromWorker, { type: 'ask' }>): Promise<unknown> {
  if (home === null) return Promise.reject(new Error('whoever only looks has nothing to ask'));
  // What the thread sends is what its own side of `Home` was called with.
  return (home[method] as (...all: readonly unknown[]) => Promise<unknown>).apply(home, [...args]);
}

/** In tests the sources themselves run, which a thread of Node 20 understands only with help. */
function startWorker(task: Task): Worker {
  const options = {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  };
  if (!import.meta.filename.endsWith('.ts')) return new Worker(new URL('./import-worker.js', import.meta.url), options);
  const source = JSON.stringify(new URL('./import-worker.ts', import.meta.url).href);
  const withHelp = `import('tsx/esm/api').then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(withHelp, { ...options, eval: true });
}
