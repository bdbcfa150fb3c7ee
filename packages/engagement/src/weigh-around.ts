import type { Traits } from './client-traits.ts';
import { PATTERN_RULES, SCANNED_RULES } from './rules/pattern.ts';
import { REQUEST_SCENE_RULES } from './rules/request.ts';
import type { SceneRule } from './rules/rule.ts';
import { TIMING_RULES } from './rules/timing.ts';
import { Scales } from './scales.ts';
import type { Scene } from './scene.ts';
import type { Judgement, Seen } from './seen.ts';
import type { Weighed } from './weigh.ts';

/** Rules that see what is around a fetch. */
const SCENE_RULES: readonly SceneRule[] = [...TIMING_RULES, ...REQUEST_SCENE_RULES, ...PATTERN_RULES];

/** All that weigh what is around a fetch; which of them apply is one bit each, in this order. */
export const RULES_AROUND = [...SCENE_RULES, ...SCANNED_RULES];
if (RULES_AROUND.length > 30) throw new Error('more rules than there are bits');

/** The bits of the rules that wait for the verdicts on others. */
export const [SAME_AS_SCANNER, SCANNED_TOGETHER] = [1 << SCENE_RULES.length, 1 << (SCENE_RULES.length + 1)];

/** The bits of all rules that apply. */
export function rulesFor(seen: Seen, scene: Scene, client: Traits): number {
  let which = 0;
  for (let bit = 0; bit < SCENE_RULES.length; bit++) {
    if (SCENE_RULES[bit]?.applies(seen, scene, client)) which |= 1 << bit;
  }
  return which;
}

/** What a fetch comes to with these rules applying. There are few combinations: each is reckoned once. */
export function judgeWith(weighed: Weighed, which: number): Judgement {
  if (which === 0) return weighed.judgement;
  const known = weighed.settled.get(which);
  if (known !== undefined) return known;
  const scales = Scales.copyOf(weighed.scales);
  RULES_AROUND.forEach((rule, bit) => {
    if ((which & (1 << bit)) !== 0) scales.add(rule);
  });
  const judgement = scales.verdict(weighed.otherwise);
  weighed.settled.set(which, judgement);
  return judgement;
}
