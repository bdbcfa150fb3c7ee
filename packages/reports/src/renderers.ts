import { Worker } from 'node:worker_threads';
import type { ReportView } from '@readout/api-contract';
import type { Brand } from './brand.ts';
import type { Rendering } from './render.ts';
import type { RenderOrder } from './render-worker.ts';

/** Makes a file of a report. Throws what kept it from that. */
export type Render = (report: ReportView, brand: Brand, as: Rendering, signal?: AbortSignal) => Promise<Uint8Array>;

/** More than that many are refused instead of kept waiting. */
const MOST_WAITING = 20;
/** A report of a thousand pages takes half of this. */
const TIME_LIMIT_MS = 60_000;
const MEMORY_LIMIT_MB = 512;

/** Too many reports are being written at the moment; try again in some seconds. */
export class RenderersBusyError extends Error {
  constructor() {
    super('Too many reports are being written at the moment.');
  }
}

/**
 * Writes reports in threads of their own, so that whatever else this process does goes on meanwhile: each thread writes
 * one report and is gone, with its memory.
 * @param most how many at a time; others wait for their turn
 */
export function renderersInThreads(most: number): Render {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (report, brand, as, signal) => {
    if (busy >= most) {
      if (waiting.length >= MOST_WAITING) throw new RenderersBusyError();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else busy += 1;
    try {
      signal?.throwIfAborted();
      return await inThread({ report, brand, as }, signal);
    } finally {
      // Whoever waits takes the place over; it never looks free in between.
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };
}

async function inThread(order: RenderOrder, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  const either = signal === undefined ? limit : AbortSignal.any([limit, signal]);
  const worker = new Worker(new URL('./render-worker.js', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`The thread that wrote a report ended with code ${code}.`)));
      either.addEventListener('abort', () => reject(either.reason), { once: true });
    });
  } finally {
    await worker.terminate();
  }
}
