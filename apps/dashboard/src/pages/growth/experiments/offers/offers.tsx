import { Button } from '@mantine/core';
import type { ExperimentView, OfferView } from '@readout/api-contract';
import { useRef, useState } from 'react';
import { numbers } from '../../../../format/viewer.ts';
import { Message } from '../../../../frame/message.tsx';
import { growthWords } from '../../../../words/growth-words.ts';
import { OfferForm } from './offer-form.tsx';
import { OfferItem } from './offer-item.tsx';
import styles from './offers.module.css';
import { useOfferActions } from './use-offer-actions.ts';

/** Where nothing is offered yet there is no currency to go by. */
const FIRST_CURRENCY = 'EUR';

/** All offers, those in the archive folded away; one of them, or a new one, can be open to be written. */
export function Offers({
  offers,
  experiments,
}: {
  offers: readonly OfferView[];
  experiments: readonly ExperimentView[];
}) {
  const say = growthWords.offers;
  const [written, setWritten] = useState<string | 'new' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const actions = useOfferActions();
  const running = experiments.find(({ state }) => state === 'running');
  const holds = (experiment: ExperimentView | undefined, { id }: OfferView) =>
    experiment?.arms.some(({ offer }) => offer === id) === true;
  const [shown, archive] = [
    offers.filter(({ archivedAt }) => archivedAt === null),
    offers.filter(({ archivedAt }) => archivedAt !== null),
  ];
  const close = () => {
    setWritten(null);
    heading.current?.focus();
  };
  const form = (offer: OfferView | null) => (
    <OfferForm
      key={offer?.id ?? 'new'}
      offer={offer}
      onlyName={offer !== null && experiments.some((one) => one.startedAt !== null && holds(one, offer))}
      currency={offers.at(-1)?.currency ?? FIRST_CURRENCY}
      onDone={close}
    />
  );
  const item = (offer: OfferView) => (
    <li key={offer.id}>
      {written === offer.id ? (
        form(offer)
      ) : (
        <OfferItem
          offer={offer}
          runs={running !== undefined}
          inRunning={holds(running, offer)}
          actions={actions}
          onEdit={() => setWritten(offer.id)}
        />
      )}
    </li>
  );
  return (
    <section aria-labelledby="offers">
      <div className="section-head">
        <h2 id="offers" ref={heading} tabIndex={-1}>
          {say.heading}
        </h2>
        {written !== 'new' && (
          <Button variant="default" size="sm" onClick={() => setWritten('new')}>
            {say.make}
          </Button>
        )}
      </div>
      {offers.length > 0 && <p className="says">{say.headingSays}</p>}
      {running !== undefined && <p className="dim small">{say.runs}</p>}
      {shown.length > 0 && shown.every(({ isUsual }) => !isUsual) && <p className="dim small">{say.noneUsual}</p>}
      {written === 'new' && form(null)}
      {offers.length === 0 && written !== 'new' && <Message title={say.emptyTitle}>{say.empty}</Message>}
      {shown.length > 0 && <ul className={styles['list']}>{shown.map(item)}</ul>}
      {archive.length > 0 && (
        <details className={styles['archive']}>
          <summary>{say.inArchive(archive.length, numbers.count(archive.length))}</summary>
          <ul className={styles['list']}>{archive.map(item)}</ul>
        </details>
      )}
    </section>
  );
}
