import { type OfferDraft, readOffer } from '../../../../findings/offer-draft.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import { termsOf } from './offer-terms.ts';
import styles from './offers.module.css';

/** How an offer reads, as far as it is written: the words and what they promise, not the looks of the author's page. */
export function OfferPreview({ draft }: { draft: OfferDraft }) {
  const say = growthWords.offers;
  const { headline, text, button, trialDays, price, months, currency, takesCard } = readOffer(draft);
  return (
    <aside className={styles['preview']} aria-label={say.form.preview}>
      <p className="dim small">{say.form.preview}</p>
      <div className={styles['sheet']}>
        <p className={`theirs ${styles['headline']}`} dir="auto" data-missing={headline === '' || undefined}>
          {headline === '' ? say.form.headlineHere : headline}
        </p>
        {text !== '' && (
          <p className={`theirs ${styles['words']}`} dir="auto">
            {text}
          </p>
        )}
        <p className={styles['button']} dir="auto" data-missing={button === '' || undefined}>
          {button === '' ? say.form.buttonHere : button}
        </p>
      </div>
      <p className="dim small">
        {trialDays !== null && price !== null && months !== null && (
          <>
            {termsOf({ trialDays, price, months, currency })}
            <br />
          </>
        )}
        {takesCard ? say.card : say.noCard}
      </p>
    </aside>
  );
}
