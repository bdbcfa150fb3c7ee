import { en } from './en/index.ts';

/** What a language has to say: functions are given the same in all of them. One that lacks a sentence does not compile. */
type Translated<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string
    ? string
    : Words[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Translated<Words[Key]>;
};

export type Words = Translated<typeof en>;

/** The words in use. */
export const words: Words = en;

export type DefinitionName = keyof Words['definitions'];
