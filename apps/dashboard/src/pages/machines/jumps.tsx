import type { MachineJump } from '@readout/api-contract';
import { Link } from '@tanstack/react-router';
import { Defined } from '../../figures/defined.tsx';
import { FEW_ISSUES, type HistoryIssue } from '../../findings/machine-history.ts';
import { jumpOf } from '../../findings/verdicts.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { IssueLink } from '../../frame/issue-link.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './machines.module.css';

/** The issues that machines came to far more often than usual, the latest first. */
export function Jumps({ items }: { items: readonly HistoryIssue[] }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const jumped = items.flatMap((one) => (one.jump === null ? [] : [{ ...one, jump: one.jump }])).toReversed();
  return (
    <section aria-labelledby="jumps">
      <h2 id="jumps">
        <Defined term="jump">{words.machines.jumps}</Defined>
      </h2>
      {jumped.length === 0 ? (
        <p className="dim">{items.length < FEW_ISSUES ? words.machines.noJumpsYet : words.machines.noJumps}</p>
      ) : (
        <>
          <p className="dim">{words.machines.jumpsSay}</p>
          <ul className={styles['list']}>
            {jumped.map(({ id, title, sentAt, jump }) => (
              <li key={id}>
                <IssueLink issue={{ id, title }} />
                <p className="small">
                  <time className="dim" dateTime={sentAt}>
                    {dates.sent(sentAt)}
                  </time>
                  {` · ${saying(jump)}: `}
                  <strong>{words.machines.notASuccess}</strong>{' '}
                  <Link
                    to="/p/$publication/issues/$issue"
                    params={{ publication: publication.id, issue: id }}
                    search={{ why: jumpOf(jump).what, class: 'scanner' }}
                    aria-label={words.why.askOf(`${shownTitle(title)}: ${saying(jump)}`)}
                  >
                    {words.why.ask}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function saying(jump: MachineJump): string {
  const { what, times } = jumpOf(jump);
  if (times === 'new') return words.machines[what === 'clicks' ? 'jumpNewClicks' : 'jumpNewOpens'];
  return words.machines[what === 'clicks' ? 'jumpClicks' : 'jumpOpens'](numbers.times(times));
}
