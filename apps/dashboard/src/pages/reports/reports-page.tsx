import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { madeReportQuery, type ReportQuery, reportedIssuesQuery, sponsorLinksQuery } from '../../api/report-queries.ts';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { chosenLanguage } from '../../words/language.ts';
import { words } from '../../words/words.ts';
import { ShareButton } from '../sharing/share-button.tsx';
import { Choices } from './choices.tsx';
import { Files } from './files.tsx';
import { ReportPaper } from './report-paper.tsx';
import styles from './reports.module.css';
import { monthsBefore, type ReportsSearch, USUAL_DAYS } from './reports-search.ts';
import { sharedReports } from './shared-reports.ts';

/** The reports of a publication: which one, and what it says. */
export function ReportsPage() {
  const publication = usePublication();
  useTitle(words.reports.title, publication.name);
  const search = useSearch({ from: '/signed-in/p/$publication/reports' });
  const navigate = useNavigate();
  const kind = search.kind ?? 'issue';
  const issues = useQuery(reportedIssuesQuery(publication.id));
  const links = useQuery({ ...sponsorLinksQuery(publication.id), enabled: kind === 'sponsor' });
  const chosen = {
    kind,
    issue: search.issue ?? issues.data?.[0]?.id,
    month: search.month ?? monthsBefore(new Date(), 2)[1] ?? '',
    link: search.link ?? links.data?.[0]?.link,
    match: search.match ?? 'page',
    days: search.days ?? USUAL_DAYS,
    language: search.language ?? chosenLanguage(),
  } as const;
  const asked = parametersOf(chosen);
  const offered = sharedReports(
    chosen,
    (kind === 'issue'
      ? issues.data?.find(({ id }) => id === chosen.issue)?.title
      : links.data?.find(({ link }) => link === chosen.link)?.url) ?? null,
  );
  const report = useQuery({
    ...madeReportQuery(publication.id, kind, asked ?? {}),
    enabled: asked !== null,
  });
  const choose = (change: ReportsSearch) =>
    void navigate({
      to: '/p/$publication/reports',
      params: { publication: publication.id },
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    });
  const choices = kind === 'sponsor' ? links : issues;
  const isChoosing = kind === 'issue' || kind === 'sponsor';
  const isNothing = isChoosing && asked === null && choices.isSuccess;
  // What was shown before is another report: of this kind there is none yet.
  const shown = report.data?.kind === kind ? report.data : undefined;
  return (
    <div className="page">
      <header className={styles['head']}>
        <Heading>{words.reports.title}</Heading>
        <p className="says">
          {words.reports.says}{' '}
          <Link to="/p/$publication/schedules" params={{ publication: publication.id }}>
            {words.reports.toSchedules}
          </Link>
        </p>
        <Choices chosen={chosen} issues={issues.data ?? []} links={links.data ?? []} onChoose={choose} />
        {asked !== null && (
          <div className={styles['files']}>
            <Files publication={publication.id} kind={kind} asked={asked} />
            {offered !== null && <ShareButton key={JSON.stringify(offered)} offered={offered} />}
            <Button variant="subtle" size="sm" onClick={() => window.print()} disabled={shown === undefined}>
              {words.reports.print}
            </Button>
          </div>
        )}
      </header>
      {isChoosing && choices.isError && (
        <Failed title={words.reports.choicesFailed} error={choices.error} retry={() => void choices.refetch()} />
      )}
      {isNothing && kind === 'issue' && <Message title={words.reports.noIssues}>{words.reports.noIssuesSay}</Message>}
      {isNothing && kind === 'sponsor' && <Message title={words.reports.noLinks}>{words.reports.noLinksSay}</Message>}
      {report.isError && (
        <Failed title={words.reports.loadFailed} error={report.error} retry={() => void report.refetch()} />
      )}
      {shown === undefined && !report.isError && !isNothing && !(isChoosing && choices.isError) && (
        <Loading height={640} />
      )}
      {shown !== undefined && !report.isError && (
        <div aria-busy={report.isPlaceholderData} className={styles['answer']}>
          <ReportPaper report={shown} />
        </div>
      )}
    </div>
  );
}

/** What the API is to be asked with; null: it is not known yet on what to report. */
function parametersOf({
  kind,
  issue,
  month,
  link,
  match,
  days,
  language,
}: {
  readonly kind: string;
  readonly issue: string | undefined;
  readonly month: string;
  readonly link: string | undefined;
  readonly match: NonNullable<ReportQuery['match']>;
  readonly days: number;
  readonly language: NonNullable<ReportQuery['language']>;
}): ReportQuery | null {
  if (kind === 'issue') return issue === undefined ? null : { language, issue };
  if (kind === 'month') return { language, month };
  if (kind === 'growth') return { language, days };
  return link === undefined ? null : { language, link, match };
}
