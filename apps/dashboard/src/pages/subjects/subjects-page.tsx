import type { SubjectsView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { subjectsQuery } from '../../api/readership-queries.ts';
import { endOfScale, type NamedContrast, toldApart } from '../../findings/subjects.ts';
import { numbers, week } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { Loading } from '../../frame/loading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';
import { Choices } from './choices.tsx';
import { ContrastTable } from './contrast-table.tsx';
import { SendTimes } from './send-times.tsx';
import styles from './subjects.module.css';

const route = getRouteApi('/signed-in/p/$publication/subjects');

/** Whether the open rate hangs on the subject line, or on when an issue goes out. */
export function SubjectsPage() {
  const publication = usePublication();
  useTitle(words.subjects.title, publication.name);
  const search = route.useSearch();
  const subjects = useQuery(subjectsQuery(publication.id, search.audience ?? 'everyone', search.days ?? null));
  const { data } = subjects;
  return (
    <div className="page">
      <header>
        <Heading>{words.subjects.title}</Heading>
        <p className="says">{words.subjects.says}</p>
        <Choices search={search} />
      </header>
      {subjects.isPending && <Loading height={640} />}
      {subjects.isError && data === undefined && (
        <Failed title={words.subjects.loadFailed} error={subjects.error} retry={() => void subjects.refetch()} />
      )}
      {data !== undefined &&
        (data.issues < data.fewest ? (
          <Message title={words.subjects.emptyTitle}>
            {words.subjects.empty(data.issues, numbers.count(data.issues), numbers.count(data.fewest))}
          </Message>
        ) : (
          <Compared subjects={data} />
        ))}
    </div>
  );
}

function Compared({ subjects }: { subjects: SubjectsView }) {
  const traits = subjects.traits.map((one) => ({ ...one, name: words.subjects.traits[one.trait] }));
  const weekdays = subjects.weekdays.map((one) => ({ ...one, name: week.weekday(one.weekday) }));
  const hours = subjects.hours.map((one) => ({ ...one, name: week.hour(one.hour) }));
  const all = [...traits, ...weekdays, ...hours];
  const most = endOfScale(all);
  const { openRate } = subjects;
  return (
    <>
      <section aria-labelledby="compared" className={styles['compared']}>
        <header>
          <h2 id="compared">{findingOf(all, subjects.compared)}</h2>
          {openRate !== null && (
            <p>
              {words.subjects.counted(
                subjects.issues,
                numbers.count(subjects.issues),
                numbers.rate(openRate.mean),
                numbers.rate(openRate.low),
                numbers.rate(openRate.high),
              )}
            </p>
          )}
          <p className="dim">
            {words.subjects.how} {words.subjects.cause}
          </p>
        </header>
        <ContrastTable id="traits" title={words.subjects.groups.traits} rows={traits} most={most} />
        <ContrastTable id="weekdays" title={words.subjects.groups.weekdays} rows={weekdays} most={most} />
        <ContrastTable id="hours" title={words.subjects.groups.hours} rows={hours} most={most} />
      </section>
      <SendTimes cells={subjects.cells} />
    </>
  );
}

function findingOf(all: readonly NamedContrast[], compared: number): string {
  const told = toldApart(all);
  const [first] = told;
  if (compared === 0) return words.subjects.findingNothingCompared;
  if (first === undefined || first.difference === null) return words.subjects.findingNone(numbers.count(compared));
  if (told.length > 1) return words.subjects.findingSeveral(numbers.count(told.length), numbers.count(compared));
  const size = numbers.times(Math.abs(first.difference.estimate) * 100);
  return words.subjects.findingOne(
    first.name,
    first.says === 'more' ? words.subjects.more(size) : words.subjects.less(size),
  );
}
