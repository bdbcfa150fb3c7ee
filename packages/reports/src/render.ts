import type { ReportView } from '@readout/api-contract';
import type { Brand } from './brand.ts';
import { toPdf } from './pdf/to-pdf.ts';
import { toXlsx } from './xlsx/to-xlsx.ts';

export type Rendering = 'pdf' | 'xlsx';

/** Makes a file of a report. Takes a second of this thread for forty pages: see `Renderers`. */
export async function renderReport(report: ReportView, brand: Brand, as: Rendering): Promise<Uint8Array> {
  if (as === 'xlsx') return toXlsx(report, brand);
  const chunks: Buffer[] = [];
  for await (const chunk of toPdf(report, brand)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
