import type { IssuePaywall, IssueReport, ShareOfPeople } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { paywallQuery } from '../../../api/whole-queries.ts';
import type { CsvTable } from '../../../csv/csv-table.ts';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { Defined } from '../../../figures/defined.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { moneyFormat } from '../../../format/money.ts';
import { spanOf } from '../../../format/spans.ts';
import { locale, numbers } from '../../../format/viewer.ts';
import { Loading } from '../../../frame/loading.tsx';
import { Failed, Message } from '../../../frame/message.tsx';
import { usePublication } from '../../../frame/publication-context.ts';
import { type DefinitionName, words } from '../../../words/words.ts';
import issueStyles from '../issue.module.css';
import styles from './whole.module.css';

const STEPS = ['hits', 'offersShown', 'trialsStarted', 'converted'] as const;
type Step = (typeof STEPS)[number];
const TERMS: Readonly<Record<Step, DefinitionName>> = {
  hits: 'paywallHits',
  offersShown: 'offersShown',
  trialsStarted: 'trialsStarted',
  converted: 'converted',
};

/** From the paywall to payment. */
export function Paywall({ issue }: Pick<IssueReport, 'issue'>) {
  const publication = usePublication();
  const paywall = useQuery(paywallQuery(publication.id, issue.id));
  const { data } = paywall;
  // An issue that is free to all has nothing to say here, unless somebody hit a wall all the same.
  if (!issue.hasPaywall && (data === undefined || isEmpty(data))) return null;
  return (
    <section aria-labelledby="paywall" className={styles['paywall']}>
      <h2 id="paywall">
        {data === undefined || isEmpty(data)
          ? words.whole.paywall.heading
          : words.whole.paywall.finding(
              data.hits,
              numbers.count(data.hits),
              data.trialsStarted,
              numbers.count(data.trialsStarted),
            )}
      </h2>
      {paywall.isPending && <Loading height={220} mt="md" />}
      {paywall.isError && data === undefined && (
        <Failed title={words.whole.paywall.loadFailed} error={paywall.error} retry={() => void paywall.refetch()} />
      )}
      {data !== undefined &&
        (isEmpty(data) ? (
          <Message title={words.whole.paywall.none}>{words.whole.paywall.noneSays}</Message>
        ) : (
          <Steps paywall={data} />
        ))}
    </section>
  );
}

function Steps({ paywall }: { paywall: IssuePaywall }) {
  const most = Math.max(...STEPS.map((step) => paywall[step]));
  const inAll: Readonly<Partial<Record<Step, number>>> = { hits: paywall.hitsInAll, offersShown: paywall.offersInAll };
  const withoutHit = paywall.trialsStarted - (paywall.trialRate?.count ?? 0);
  return (
    <>
      <table className={`data ${styles['steps']}`}>
        <thead>
          <tr>
            <th scope="col">{words.whole.paywall.step}</th>
            <td className={styles['bar']} />
            <th scope="col" className="number">
              {words.whole.paywall.people}
            </th>
            <th scope="col" className={`number ${issueStyles['wide']}`}>
              {words.whole.paywall.inAll}
            </th>
            <th scope="col" className="number">
              <Defined term="range90">{words.whole.paywall.rate}</Defined>
            </th>
          </tr>
        </thead>
        <tbody>
          {STEPS.map((step) => (
            <tr key={step}>
              <th scope="row">
                <Defined term={TERMS[step]}>{words.whole.paywall.steps[step]}</Defined>
              </th>
              <td className={styles['bar']}>
                <ShareBar value={paywall[step]} most={most} />
              </td>
              <td className="number" data-figure={step}>
                {numbers.count(paywall[step])}
              </td>
              <td className={`number dim ${issueStyles['wide']}`}>
                {inAll[step] === undefined ? '' : numbers.count(inAll[step])}
              </td>
              <td className={styles['rate']}>
                <Rate step={step} share={rateOf(paywall, step)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles['below']}>
        <p className="dim small">
          {[
            ...(paywall.running > 0
              ? [words.whole.paywall.running(paywall.running, numbers.count(paywall.running))]
              : []),
            ...(withoutHit > 0 ? [words.whole.paywall.alsoElsewhere(withoutHit, numbers.count(withoutHit))] : []),
            paywall.revenue.length === 0
              ? words.whole.paywall.noRevenue
              : words.whole.paywall.revenue(paywall.revenue.map(written).join(' + ')),
          ].join(' ')}
        </p>
        <ExportMenu table={() => csvOf(paywall)} of={words.whole.paywall.csv} />
      </div>
    </>
  );
}

/** What was paid, in a currency. */
function written({ amount, ...currency }: IssuePaywall['revenue'][number]): string {
  return moneyFormat(currency, locale).exact(amount);
}

function Rate({ step, share }: { step: Step; share: ShareOfPeople | null }) {
  if (share === null) return null;
  const of = step === 'converted' ? words.whole.paywall.ofTrials : words.whole.paywall.ofHits;
  return (
    <>
      <strong>{numbers.rate(share.rate)}</strong>
      <span className={issueStyles['under']}>
        {step === 'converted' ? <Defined term="naiveConversion">{of}</Defined> : of}
      </span>
      <span className={issueStyles['under']}>{spanOf(share, numbers.rate)}</span>
    </>
  );
}

function rateOf({ offerRate, trialRate, conversionRate }: IssuePaywall, step: Step): ShareOfPeople | null {
  return { hits: null, offersShown: offerRate, trialsStarted: trialRate, converted: conversionRate }[step];
}

function isEmpty({ hits, offersShown, trialsStarted }: IssuePaywall): boolean {
  return hits === 0 && offersShown === 0 && trialsStarted === 0;
}

function csvOf(paywall: IssuePaywall): CsvTable {
  const { step, people, inAll, rate, steps } = words.whole.paywall;
  return {
    columns: [step, people, inAll, rate, words.csv.low(rate), words.csv.high(rate)],
    rows: STEPS.map((one) => {
      const share = rateOf(paywall, one);
      const all = { hits: paywall.hitsInAll, offersShown: paywall.offersInAll, trialsStarted: null, converted: null }[
        one
      ];
      return [steps[one], paywall[one], all, share?.rate ?? null, share?.low ?? null, share?.high ?? null];
    }),
  };
}
