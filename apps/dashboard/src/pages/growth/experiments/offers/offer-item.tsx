import { Button, CopyButton } from '@mantine/core';
import type { OfferView } from '@readout/api-contract';
import { growthWords } from '../../../../words/growth-words.ts';
import { words } from '../../../../words/words.ts';
import { termsOf } from './offer-terms.ts';
import styles from './offers.module.css';
import type { useOfferActions } from './use-offer-actions.ts';

/** One offer as it stands, and what can be done with it. @param runs an experiment does: the usual offer is its control */
export function OfferItem({
  offer,
  runs,
  inRunning,
  actions: { move, choose },
  onEdit,
}: {
  offer: OfferView;
  runs: boolean;
  /** It is in the experiment that runs. */
  inRunning: boolean;
  actions: ReturnType<typeof useOfferActions>;
  onEdit: () => void;
}) {
  const say = growthWords.offers;
  const { id, name, headline, isUsual, takesCard, archivedAt } = offer;
  const action = (text: string, label: string, act: () => void) => (
    <Button variant="subtle" size="compact-sm" aria-label={label} onClick={act}>
      {text}
    </Button>
  );
  return (
    <div className={styles['offer']}>
      <div>
        <p className={styles['name']}>
          <strong dir="auto">{name}</strong>
          {isUsual && <span className={styles['usual']}>{say.usual}</span>}
        </p>
        <p>{termsOf(offer)}</p>
        <p className="dim small">
          {takesCard ? say.card : say.noCard} ·{' '}
          <span className="theirs" dir="auto">
            {headline}
          </span>
        </p>
        <p className={`dim small ${styles['id']}`}>
          {say.id} <code>{id}</code>
          <CopyButton value={id} timeout={2_000}>
            {({ copied, copy }) => (
              <Button variant="subtle" size="compact-xs" aria-label={say.copyId(name)} onClick={copy}>
                <span aria-live="polite">{copied ? words.copied : words.copy}</span>
              </Button>
            )}
          </CopyButton>
        </p>
      </div>
      <div className={styles['choices']}>
        {archivedAt !== null &&
          action(say.restore, say.restoreNamed(name), () => move.mutate({ offer, to: 'restore' }))}
        {archivedAt === null && (
          <>
            {!runs && !isUsual && action(say.makeUsual, say.makeUsualNamed(name), () => choose.mutate(offer))}
            {!runs && isUsual && action(say.noUsual, say.noUsualNamed(name), () => choose.mutate(null))}
            {action(say.change, say.changeNamed(name), onEdit)}
            {!isUsual &&
              !inRunning &&
              action(say.archive, say.archiveNamed(name), () => move.mutate({ offer, to: 'archive' }))}
          </>
        )}
      </div>
    </div>
  );
}
