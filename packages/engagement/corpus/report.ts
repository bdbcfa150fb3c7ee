// node --import tsx packages/engagement/corpus/report.ts: writes docs/verdict-scores.md, what the rules make of the corpus.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judged } from './judge.ts';
import { readCorpus } from './read.ts';
import { score } from './score.ts';
import { toMarkdown } from './to-markdown.ts';

export const REPORT = join(import.meta.dirname, '../../../docs/verdict-scores.md');

/** The document, made anew. */
export function report(): string {
  return `# What the rules make of the corpus

Every fetch of the labelled visits in \`packages/engagement/corpus\`, judged by the rules of this version with all that is known in the end. The visits are written, not recorded: they stand for what is known of the clients and gateways they name, and the shares say how well the rules deal with that, not how often each occurs in anybody's post. Made by \`node --import tsx packages/engagement/corpus/report.ts\`; a test fails where this page and the rules differ.

## The part kept aside

Rules are never written or tuned by these visits, whose families are others than those below.

${toMarkdown(score(readCorpus('held-out'), judged), 'families')}
## The part that rules are tuned by

${toMarkdown(score(readCorpus('tuning'), judged))}`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(REPORT, report());
