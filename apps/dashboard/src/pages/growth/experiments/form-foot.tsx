import { Button } from '@mantine/core';
import { BusyButton } from '../../../frame/busy-button.tsx';
import { words } from '../../../words/words.ts';
import styles from './form-foot.module.css';

/** The end of a form: what was refused and belongs to no field, and whether to save it. */
export function FormFoot({
  refused,
  save,
  isSaving,
  onCancel,
}: {
  /** Null: nothing, or it stands at a field. */
  refused: string | null;
  /** What saving is called here. */
  save: string;
  isSaving: boolean;
  onCancel: () => void;
}) {
  return (
    <>
      {refused !== null && (
        <p role="alert" className={styles['refused']}>
          {refused}
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
