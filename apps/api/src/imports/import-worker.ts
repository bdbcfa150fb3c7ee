import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { changedPosts } from './changed-posts.ts';
import { openSource } from './open-source.ts';
import type { FromWorker, Home, Task, ToWorker } from './worker-messages.ts';
import { writeImport } from './write-import.ts';

/** Reads an import in a thread of its own: unpacking and hashing hold up nobody's request. */
async function run(port: MessagePort, task: Task): Promise<void> {
  const tell = (message: FromWorker) => port.postMessage(message);
  const source = await openSource(task.given);
  // Whoever wants it to stop ends the thread.
  const { signal } = new AbortController();
  try {
    if (task.what === 'look') {
      const found = await source.look(signal, (progress) => tell({ type: 'looking', progress }));
      const changed = await changedPosts(source, task.known, signal);
      tell({ type: 'found', found: { ...found, oddities: [...found.oddities, ...changed] } });
    } else {
      const tally = await writeImport(source, homeOver(port), task.context, {
        signal,
        onProgress: (step, done, so) => tell({ type: 'progress', step, done, tally: { ...so } }),
      });
      tell({ type: 'imported', tally });
    }
  } finally {
    await source.close();
  }
}

/** The process that the thread belongs to, asked by messages. */
function homeOver(port: MessagePort): Home {
  const waiting = new Map<number, (value: never) => void>();
  let last = 0;
  port.on('message', ({ id, value }: ToWorker) => {
    waiting.get(id)?.(value as never);
    waiting.delete(id);
  });
  const ask = <Value>(method: keyof Home, ...args: readonly unknown[]) =>
    new Promise<Value>((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      port.postMessage({ type: 'ask', id, method, args } satisfies FromWorker);
    });
  return {
    knownPosts: () => ask('knownPosts'),
    issues: (posts) => ask('issues', posts),
    sentIssues: () => ask('sentIssues'),
    subscriptions: () => ask('subscriptions'),
    readers: (people, areOnList) => ask('readers', people, areOnList),
    held: (issue) => ask('held', issue),
    append: (lines, records) => ask('append', lines, records),
  };
}

if (parentPort !== null) {
  const port = parentPort;
  run(port, workerData as Task).then(
    () => port.close(),
    (error: unknown) => {
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
      const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
      port.postMessage({ type: 'failed', code, message, stack } satisfies FromWorker);
      port.close();
    },
  );
}
