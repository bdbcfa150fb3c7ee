import type { growthPages } from './en/growth-pages.ts';
import type { importPages } from './en/import-pages.ts';
import type { en } from './en/index.ts';
import type { schedulePages } from './en/schedule-pages.ts';
import type { sharing } from './en/sharing.ts';

/** What a language has to say: functions are given the same in all of them. */
type Translated<Said> = {
  readonly [Key in keyof Said]: Said[Key] extends string
    ? string
    : Said[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Translated<Said[Key]>;
};

/** Everything that the interface says. A language that lacks a file or a sentence does not compile: docs/translating.md. */
export interface Words extends Translated<typeof en> {}
export type DefinitionName = keyof Words['definitions'];

/** What the pages of growth say: it comes with them, and not with everybody's first load. */
export interface GrowthWords extends Translated<typeof growthPages> {}

/** The same of the pages of bringing history in. */
export interface ImportWords extends Translated<typeof importPages> {}

/** The same of links without sign-in. */
export interface SharingWords extends Translated<typeof sharing> {}
/** The same of the page of schedules. */
export interface ScheduleWords extends Translated<typeof schedulePages> {}
