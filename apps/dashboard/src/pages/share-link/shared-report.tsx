import type { SharedView } from '@readout/api-contract';
import { useMutation } from '@tanstack/react-query';
import { downloadShared } from '../../api/share-queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { Heading } from '../../frame/heading.tsx';
import { sharingWords } from '../../words/sharing-words.ts';
import { ReportPaper } from '../reports/report-paper.tsx';
import styles from './shared.module.css';

/** A report, with its files where the link allows them. */
export function SharedReport({
  view: { publication, report, files },
  token,
  isEmbedded,
}: {
  view: Extract<SharedView, { show: 'report' }>;
  token: string;
  isEmbedded: boolean;
}) {
  return (
    <>
      <header className={isEmbedded && !files ? styles['unseen'] : styles['head']}>
        <Heading className={isEmbedded ? `theirs ${styles['unseen']}` : 'theirs'}>{publication.name}</Heading>
        {files && <Files token={token} />}
      </header>
      <ReportPaper report={report} />
    </>
  );
}

function Files({ token }: { token: string }) {
  const say = sharingWords;
  const download = useMutation({
    mutationFn: (as: 'pdf' | 'xlsx') => downloadShared(token, as),
  });
  const waitsFor = download.isPending ? download.variables : null;
  return (
    <div className={styles['files']}>
      <span className="dim small">{say.takeAlong}</span>
      <BusyButton
        size="compact-sm"
        variant="default"
        loading={waitsFor === 'pdf'}
        onClick={() => download.mutate('pdf')}
      >
        {say.asPdf}
      </BusyButton>
      <BusyButton
        size="compact-sm"
        variant="default"
        loading={waitsFor === 'xlsx'}
        onClick={() => download.mutate('xlsx')}
      >
        {say.asWorkbook}
      </BusyButton>
      {download.isError && (
        <p role="alert" className="small">
          {download.error.message}
        </p>
      )}
    </div>
  );
}
