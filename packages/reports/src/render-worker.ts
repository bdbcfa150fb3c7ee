import { parentPort, workerData } from 'node:worker_threads';
import type { ReportView } from '@readout/api-contract';
import type { Brand } from './brand.ts';
import { type Rendering, renderReport } from './render.ts';

/** What a thread is given to write. */
export interface RenderOrder {
  readonly report: ReportView;
  readonly brand: Brand;
  readonly as: Rendering;
}

const { report, brand, as } = workerData as RenderOrder;
const bytes = Uint8Array.from(await renderReport(report, brand, as));
parentPort?.postMessage(bytes, [bytes.buffer]);
