import { BUILT_IN, judgeByOwn, type Rules } from './rules/own.ts';
import type { Judgement, Seen } from './seen.ts';
import { weigh } from './weigh.ts';

/** The first answer, by one fetch alone: what can be said before its neighbours are known. */
export function look(seen: Seen, rules: Rules = BUILT_IN): Judgement {
  return judgeByOwn(seen, rules.own) ?? weigh(seen).judgement;
}
