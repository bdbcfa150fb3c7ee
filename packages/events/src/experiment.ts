/**
 * What an experiment between offers compares, each per person who hit the paywall: trials that began, people who paid, or
 * what they paid.
 */
export const EXPERIMENT_MEASURES = ['trial_starts', 'paid', 'revenue'] as const;
export type ExperimentMeasure = (typeof EXPERIMENT_MEASURES)[number];

/**
 * What an experiment must not make worse, though it is not about that: one of the measures; `refunds` per person who paid;
 * `trial_cancellations` per trial that began; `unsubscribes` per person who hit the paywall.
 */
export const GUARDED_MEASURES = [...EXPERIMENT_MEASURES, 'refunds', 'trial_cancellations', 'unsubscribes'] as const;
export type GuardedMeasure = (typeof GUARDED_MEASURES)[number];

/** Which readers take part: `all` who are shown an offer, or the `free` ones, who have not begun a trial and do not pay. */
export const EXPERIMENT_READERS = ['all', 'free'] as const;
export type ExperimentReaders = (typeof EXPERIMENT_READERS)[number];
