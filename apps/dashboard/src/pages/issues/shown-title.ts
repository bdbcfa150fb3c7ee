import { isVisible } from '../../format/titles.ts';
import { words } from '../../words/words.ts';

/** A title, or words in its place where there is nothing to see in it. */
export function shownTitle(title: string): string {
  return isVisible(title) ? title : words.issuesTable.untitled;
}
