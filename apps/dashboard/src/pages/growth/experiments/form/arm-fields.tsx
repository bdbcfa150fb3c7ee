import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { OfferView } from '@readout/api-contract';
import { type ExperimentDraft, MOST_ARMS, sharesOfArms } from '../../../../findings/experiment-draft.ts';
import { wholeNumber } from '../../../../findings/offer-draft.ts';
import { numbers } from '../../../../format/viewer.ts';
import { FIELD_ORDER } from '../../../../frame/field-order.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import { percent } from '../arms-sentence.tsx';
import styles from '../experiments.module.css';
import type { FieldsOf } from './fields.ts';

/** The offers that are compared, the control first, and how much each is seen. */
export function ArmFields({ draft, wrong, onChange, offers }: FieldsOf & { offers: readonly OfferView[] }) {
  const say = growthWords.experiments.form;
  const { arms } = draft;
  const shares = sharesOfArms(arms.map(({ weight }) => wholeNumber(weight, 1, 1_000) ?? 0));
  const put = (place: number, part: Partial<ExperimentDraft['arms'][number]>) =>
    onChange({ arms: arms.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  const free = offers.find(({ id }) => arms.every(({ offer }) => offer !== id));
  return (
    <fieldset className={styles['part']}>
      <legend>{say.arms}</legend>
      <p className="dim small">{say.armsSay}</p>
      {arms.map(({ offer, weight }, at) => {
        const label = at === 0 ? say.controlOffer : say.otherOffer(numbers.count(at + 1));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an arm is its place, whichever offer is chosen for it
          <div key={at} className={styles['arm']}>
            <NativeSelect
              label={label}
              inputWrapperOrder={FIELD_ORDER}
              value={offer}
              onChange={(event) => put(at, { offer: event.currentTarget.value })}
              data={[
                ...(offers.some(({ id }) => id === offer) ? [] : [{ value: offer, label: say.choose }]),
                ...offers.map((one) => ({ value: one.id, label: one.name })),
              ]}
              error={wrong(`arms.${at}.offer`)}
            />
            <TextInput
              label={say.weight}
              aria-label={say.weightOf(label)}
              description={say.gets(percent.format(shares[at] ?? 0))}
              inputWrapperOrder={FIELD_ORDER}
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              value={weight}
              onChange={(event) => put(at, { weight: event.currentTarget.value })}
              error={wrong(`arms.${at}.weight`)}
            />
            {arms.length > 2 && at > 0 && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={say.removeArmNamed(label)}
                onClick={() => onChange({ arms: arms.filter((_, place) => place !== at) })}
              >
                {say.removeArm}
              </Button>
            )}
          </div>
        );
      })}
      {free !== undefined && arms.length < MOST_ARMS && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles['more'] ?? ''}
          onClick={() => onChange({ arms: [...arms, { offer: free.id, weight: '1' }] })}
        >
          {say.addArm}
        </Button>
      )}
    </fieldset>
  );
}
