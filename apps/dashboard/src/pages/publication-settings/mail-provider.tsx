import type { MailProviderView, PublicationView } from '@readout/api-contract';
import { useDates } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import { MailProviderKey } from './mail-provider-key.tsx';
import { Reporter } from './reporter.tsx';

interface Shown {
  readonly publication: PublicationView;
  readonly provider: MailProviderView['provider'];
  readonly hook: string;
  /** Undefined: it is not set up. */
  readonly known: MailProviderView | undefined;
  readonly onRemove: () => void;
}

/** How one mail provider stands, and when asked for, what to put into it and its key. */
export function MailProvider({ publication, provider, hook, known, onRemove }: Shown) {
  const dates = useDates(publication.timeZone);
  const say = words.mailProviders;
  return (
    <Reporter
      name={say.names[provider]}
      hook={hook}
      steps={say.steps[provider]}
      say={say}
      isSetUp={known !== undefined}
      standing={
        <>
          <p className="dim">{known === undefined ? say.none : say.setUp(known.hint, dates.moment(known.createdAt))}</p>
          {known !== undefined && (
            <p className="dim">
              {known.lastEventAt === null ? say.noReport : say.lastReport(dates.moment(known.lastEventAt))}
            </p>
          )}
        </>
      }
      secret={(close) => <MailProviderKey publication={publication.id} provider={provider} onSaved={close} />}
      onRemove={onRemove}
    />
  );
}
