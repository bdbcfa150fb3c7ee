import type { ExperimentDraft } from '../../../../findings/experiment-draft.ts';

/** What every part of the form is given. */
export interface FieldsOf {
  readonly draft: ExperimentDraft;
  /** What is wrong with a field, by its path in the request. */
  readonly wrong: (path: string) => string | undefined;
  readonly onChange: (part: Partial<ExperimentDraft>) => void;
}
