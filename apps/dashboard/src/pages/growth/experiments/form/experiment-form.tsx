import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { CreateExperimentRequest, ExperimentView, OfferView } from '@readout/api-contract';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { ApiError } from '../../../../api/client.ts';
import { saveExperiment } from '../../../../api/experiment-queries.ts';
import {
  type ExperimentDraft,
  experimentDraftOf,
  newExperimentDraft,
  readExperiment,
} from '../../../../findings/experiment-draft.ts';
import { currencyOf } from '../../../../format/amount.ts';
import { locale } from '../../../../format/viewer.ts';
import { FIELD_ORDER } from '../../../../frame/field-order.ts';
import { usePublication } from '../../../../frame/publication-context.ts';
import { say as announce } from '../../../../frame/undo.tsx';
import { growthWords } from '../../../../words/growth-words.ts';
import styles from '../experiments.module.css';
import { FormFoot } from '../form-foot.tsx';
import { useExperimentActions } from '../use-experiment-actions.ts';
import { ArmFields } from './arm-fields.tsx';
import { GuardFields } from './guard-fields.tsx';
import { MeasureFields } from './measure-fields.tsx';
import { Plan } from './plan.tsx';
import { usePlan } from './use-plan.ts';
import { WhoFields } from './who-fields.tsx';

/** Long enough that a number is typed, short enough to be at once. */
const TYPING_MS = 400;

/** An experiment being written, and beside it what it takes. @param experiment null: a new one */
export function ExperimentForm({
  experiment,
  offers,
  onDone,
}: {
  experiment: ExperimentView | null;
  offers: readonly OfferView[];
  onDone: () => void;
}) {
  const publication = usePublication();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const usable = offers.filter(({ archivedAt }) => archivedAt === null);
  const currencyAmong = (arms: ExperimentDraft['arms']) =>
    currencyOf(offers.find((one) => one.id === arms[0]?.offer)?.currency ?? usable[0]?.currency ?? 'EUR');
  const [draft, setDraft] = useState(() => firstDraft(experiment, usable, currencyAmong));
  const [isAsked, setAsked] = useState(false);
  const currency = currencyAmong(draft.arms);
  const [still] = useDebouncedValue(draft, TYPING_MS);
  const { lately, plan } = usePlan(publication.id, still, currency);
  const { put } = useExperimentActions();
  const say = growthWords.experiments.form;
  const save = useMutation({
    mutationFn: (request: CreateExperimentRequest) => saveExperiment(publication.id, experiment?.id ?? null, request),
    onSuccess: (saved) => {
      put(saved);
      announce(say.saved(saved.name));
      onDone();
    },
  });
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const change = (part: Partial<ExperimentDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    save.reset();
  };
  const { lacks, request } = readExperiment(draft, currency, lately);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (request !== null) save.mutate(request);
    // The first field that is wrong is where one goes on.
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const refused = save.error instanceof ApiError ? save.error : null;
  const wrong = (path: string) => {
    const last = path.split('.').at(-1) ?? path;
    const said = Object.entries(say.wrong).find(([name]) => name === last)?.[1];
    return isAsked && lacks.has(path) ? said : refused?.about(path);
  };
  const isPlaced = refused !== null && refused.fields.length > 0 && refused.fields.every(({ path }) => path !== 'body');
  const fields = { draft, wrong, onChange: change };
  return (
    <form ref={form} className={styles['form']} aria-labelledby={id} onSubmit={submit} noValidate>
      <h3 id={id}>{experiment === null ? say.make : say.change(experiment.name)}</h3>
      <div className={styles['writing']}>
        <div className={styles['fields']}>
          <TextInput
            label={say.name}
            placeholder={say.nameExample}
            inputWrapperOrder={FIELD_ORDER}
            autoComplete="off"
            maxLength={100}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={wrong('name')}
          />
          <ArmFields {...fields} offers={usable} />
          <WhoFields {...fields} />
          <MeasureFields {...fields} currency={currency} lately={lately} />
          <GuardFields {...fields} />
        </div>
        <Plan plan={plan} />
      </div>
      <FormFoot
        refused={isPlaced ? null : (save.error?.message ?? null)}
        save={say.create}
        isSaving={save.isPending}
        onCancel={onDone}
      />
    </form>
  );
}

/** The usual offer is the control at first. */
function firstDraft(
  experiment: ExperimentView | null,
  usable: readonly OfferView[],
  currencyAmong: (arms: ExperimentDraft['arms']) => { readonly currency: string },
): ExperimentDraft {
  if (experiment !== null) {
    const arms = experiment.arms.map(({ offer }) => ({ offer, weight: '' }));
    return experimentDraftOf(experiment, currencyAmong(arms).currency, locale);
  }
  const usualFirst = usable.toSorted((one, other) => Number(other.isUsual) - Number(one.isUsual));
  return newExperimentDraft(usualFirst.map(({ id }) => id));
}
