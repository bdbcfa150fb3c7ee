import { Switch } from '@mantine/core';
import type { OfferView } from '@readout/api-contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { ApiError } from '../../../../api/client.ts';
import { saveOffer } from '../../../../api/offer-queries.ts';
import {
  lacksOf,
  newOfferDraft,
  type OfferDraft,
  type OfferField,
  offerDraftOf,
  offerRequest,
} from '../../../../findings/offer-draft.ts';
import { locale } from '../../../../format/viewer.ts';
import { usePublication } from '../../../../frame/publication-context.ts';
import { say as announce } from '../../../../frame/undo.tsx';
import { growthWords } from '../../../../words/growth-words.ts';
import { words } from '../../../../words/words.ts';
import { FormFoot } from '../form-foot.tsx';
import { OfferFields } from './offer-fields.tsx';
import { OfferPreview } from './offer-preview.tsx';
import styles from './offers.module.css';
import { useOfferActions } from './use-offer-actions.ts';

const FIELDS: readonly OfferField[] = [
  'name',
  'headline',
  'text',
  'button',
  'trialDays',
  'price',
  'currency',
  'months',
  'takesCard',
];

/**
 * An offer being written, and beside it how it reads.
 * @param offer null: a new one
 * @param onlyName an experiment has shown it, and its terms stand
 */
export function OfferForm({
  offer,
  onlyName,
  currency,
  onDone,
}: {
  offer: OfferView | null;
  onlyName: boolean;
  currency: string;
  onDone: () => void;
}) {
  const publication = usePublication();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(() => (offer === null ? newOfferDraft(currency) : offerDraftOf(offer, locale)));
  const [isAsked, setAsked] = useState(false);
  const { put } = useOfferActions();
  const say = growthWords.offers;
  const save = useMutation({
    mutationFn: (request: NonNullable<ReturnType<typeof offerRequest>>) =>
      saveOffer(publication.id, offer?.id ?? null, request),
    onSuccess: (saved) => {
      put(saved);
      announce(offer === null ? say.form.made(saved.name) : words.saved);
      onDone();
    },
  });
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const change = (part: Partial<OfferDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const request = offerRequest(draft);
    if (request !== null) save.mutate(request);
    // The first field that is wrong is where one goes on.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const refused = save.error instanceof ApiError ? save.error : null;
  const isPlaced = FIELDS.some((field) => refused?.about(field) !== undefined);
  return (
    <form ref={form} className={styles['form']} aria-labelledby={id} onSubmit={submit} noValidate>
      <h3 id={id}>{offer === null ? say.form.make : say.form.change(offer.name)}</h3>
      {onlyName && <p className="dim small">{say.wasShown}</p>}
      <div className={styles['writing']}>
        <div>
          <OfferFields
            draft={draft}
            lacks={isAsked ? lacksOf(draft) : []}
            refused={(field) => refused?.about(field)}
            onlyName={onlyName}
            onChange={change}
          />
          <Switch
            className={styles['switch'] ?? ''}
            label={say.form.takesCard}
            checked={draft.takesCard}
            disabled={onlyName}
            onChange={(event) => change({ takesCard: event.currentTarget.checked })}
          />
        </div>
        <OfferPreview draft={draft} />
      </div>
      <FormFoot
        refused={isPlaced ? null : (save.error?.message ?? null)}
        save={offer === null ? say.form.create : words.save}
        isSaving={save.isPending}
        onCancel={onDone}
      />
    </form>
  );
}
