import type { ReportKind } from '@readout/api-contract';
import { useMutation } from '@tanstack/react-query';
import { downloadReport, type ReportQuery } from '../../api/report-queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { words } from '../../words/words.ts';

/** A report as files to take along. */
export function Files({ publication, kind, asked }: { publication: string; kind: ReportKind; asked: ReportQuery }) {
  const download = useMutation({
    mutationFn: (as: 'pdf' | 'xlsx') => downloadReport(publication, kind, as, asked),
  });
  const waitsFor = download.isPending ? download.variables : null;
  return (
    <>
      <BusyButton size="sm" loading={waitsFor === 'pdf'} onClick={() => download.mutate('pdf')}>
        {words.reports.asPdf}
      </BusyButton>
      <BusyButton size="sm" variant="default" loading={waitsFor === 'xlsx'} onClick={() => download.mutate('xlsx')}>
        {words.reports.asWorkbook}
      </BusyButton>
      {download.isError && (
        <p role="alert" className="small">
          {download.error.message}
        </p>
      )}
    </>
  );
}
