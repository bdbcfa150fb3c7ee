import type { BillingSystemView, PublicationView } from '@readout/api-contract';
import { useDates } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import { BillingSecret } from './billing-secret.tsx';
import { Reporter } from './reporter.tsx';

interface Shown {
  readonly publication: PublicationView;
  readonly system: BillingSystemView['system'];
  readonly hook: string;
  /** Undefined: it is not set up. */
  readonly known: BillingSystemView | undefined;
  readonly onRemove: () => void;
}

/** How one billing system stands, and when asked for, what to put into it and its secret. */
export function BillingSystem({ publication, system, hook, known, onRemove }: Shown) {
  const say = words.billing;
  return (
    <Reporter
      name={say.names[system]}
      hook={hook}
      steps={say.steps[system]}
      say={say}
      isSetUp={known !== undefined}
      standing={
        known === undefined ? <p className="dim">{say.none[system]}</p> : <Standing {...{ publication, known }} />
      }
      secret={(close) => <BillingSecret publication={publication.id} system={system} known={known} onSaved={close} />}
      onRemove={onRemove}
    />
  );
}

function Standing({ publication, known }: { publication: PublicationView; known: BillingSystemView }) {
  const dates = useDates(publication.timeZone);
  const say = words.billing;
  return (
    <>
      <p className="dim">{say.setUp(known.hint, dates.moment(known.createdAt))}</p>
      {known.account !== null && <p className="dim">{say.ofAccount(known.account)}</p>}
      {known.takesTests && <p className="dim">{say.testsAreTaken}</p>}
      <p className="dim">
        {known.lastStatementAt === null ? say.nothingYet : say.last(dates.moment(known.lastStatementAt))}
      </p>
    </>
  );
}
