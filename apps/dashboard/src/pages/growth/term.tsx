import type { ReactNode } from 'react';
import { Explained } from '../../figures/defined.tsx';
import { growthWords } from '../../words/growth-words.ts';
import type { GrowthWords } from '../../words/shape.ts';

export type GrowthTerm = keyof GrowthWords['definitions'];

/** A figure of growth with its definition. */
export function Term({ of, children }: { of: GrowthTerm; children: ReactNode }) {
  return <Explained says={growthWords.definitions[of]}>{children}</Explained>;
}
