import type { ReportView } from '@readout/api-contract';

/** The name of a report's file for a header, after RFC 6266: plain for old clients, and as it is. */
export function fileName({ publication, kind, title, madeAt }: ReportView, extension: string): string {
  const whole = [publication.name, kind, title, madeAt.slice(0, 10)]
    .map((part) =>
      part
        .replace(/\p{Cs}/gu, '')
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60),
    )
    .filter((part) => part !== '')
    .join('_');
  const plain = whole.normalize('NFD').replace(/[^\w-]/g, '') || 'report';
  const encoded = encodeURIComponent(whole.replace(/\p{Cs}/gu, ''));
  return `filename="${plain}.${extension}"; filename*=UTF-8''${encoded}.${extension}`;
}
