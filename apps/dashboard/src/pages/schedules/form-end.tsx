import { Button } from '@mantine/core';
import { BusyButton } from '../../frame/busy-button.tsx';
import { words } from '../../words/words.ts';
import styles from './schedules.module.css';

/** The foot of a form: what was refused and stands beside no field, and what is to become of what was typed. */
export function FormEnd({
  refusal,
  save,
  isSaving,
  onCancel,
}: {
  /** Null: nothing was refused, or it stands beside its field. */
  refusal: Error | null;
  save: string;
  isSaving: boolean;
  onCancel: () => void;
}) {
  return (
    <>
      {refusal !== null && (
        <p className={styles['refused']} role="alert">
          {refusal.message}
        </p>
      )}
      <div className={styles['actions']}>
        <BusyButton type="submit" loading={isSaving}>
          {save}
        </BusyButton>
        <Button variant="subtle" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </>
  );
}
