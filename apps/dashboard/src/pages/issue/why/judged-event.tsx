import type { JudgedEvent } from '@readout/api-contract';
import { Defined } from '../../../figures/defined.tsx';
import { VerdictBadge } from '../../../figures/verdict-name.tsx';
import { certaintyOf } from '../../../findings/verdicts.ts';
import { countryName, duration, useDates } from '../../../format/viewer.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { words } from '../../../words/words.ts';
import { clientSays } from './client-says.ts';
import { reasonSays } from './reason-says.ts';
import styles from './why.module.css';

/** One open or click: how it was judged, when, with what and from where; never whose. */
export function JudgedEventItem({ event }: { event: JudgedEvent }) {
  const dates = useDates(usePublication().timeZone);
  const certainty = certaintyOf(event.confidence);
  const after = afterOf(event);
  const facts = [
    clientSays(event.client ?? ''),
    words.why.networks[event.network],
    ...(event.country === null ? [] : [countryName(event.country)]),
    ...(event.link === null ? [] : [words.why.link(event.link.text || words.links.noText)]),
    ...(event.segment === 'none' ? [] : [words.why.segment[event.segment]]),
  ];
  return (
    <li>
      <p className={styles['judged']}>
        <VerdictBadge verdict={event.verdict} />
        {certainty !== null && (
          <span className="small">
            <Defined term="confidence">{words.why.certainty[certainty]}</Defined>
          </span>
        )}
        {!event.settled && (
          <span className="small">
            <Defined term="settling">{words.why.unsettled}</Defined>
          </span>
        )}
        <span className={styles['when']}>
          <time dateTime={event.time}>{`${dates.day(event.time)}, ${dates.clock(event.time)}`}</time>
          {after !== null && <span className="dim">{` · ${after}`}</span>}
        </span>
      </p>
      <p className={styles['facts']}>{facts.join(' · ')}</p>
      <p className={styles['reasons']}>
        {event.reasons.length === 0 ? words.why.noReason : event.reasons.map(reasonSays).join(' ')}
      </p>
    </li>
  );
}

function afterOf({ secondsSinceDelivery, secondsSinceSent }: JudgedEvent): string | null {
  if (secondsSinceDelivery !== null) {
    return secondsSinceDelivery < 1 ? words.why.atDelivery : words.why.afterDelivery(duration(secondsSinceDelivery));
  }
  if (secondsSinceSent === null) return null;
  return secondsSinceSent < 1 ? words.why.atSending : words.why.afterSending(duration(secondsSinceSent));
}
