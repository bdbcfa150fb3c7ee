import type { Issue } from '@readout/catalog';
import { localDay, nameOfDay, weekdayOf } from '@readout/local-time';
import type { IssueSearch } from './list-query.ts';

/** A text as it is compared: without accents, in one case. Upper case, which makes “ß” into “SS” and has one sigma. */
function plainly(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase();
}

export function tagsOf({ tag = [] }: Pick<IssueSearch, 'tag'>): readonly string[] {
  return typeof tag === 'string' ? [tag] : tag;
}

/** Tags that differ in their case alone are the same. */
export function sameTag(tag: string): string {
  return tag.toLowerCase();
}

/** Says of an issue whether the catalog has what is looked for; the audience is not in the catalog. */
export function matcher(search: IssueSearch, timeZone: string): (issue: Issue) => boolean {
  const tests: ((issue: Issue) => boolean)[] = [];
  const words = plainly(search.q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) {
    tests.push(({ title, subtitle }) => {
      const text = plainly(`${title}\n${subtitle}`);
      return words.every((word) => text.includes(word));
    });
  }
  const tags = tagsOf(search).map(sameTag);
  if (tags.length > 0) {
    tests.push((issue) => {
      const its = issue.tags.map(sameTag);
      return tags.every((tag) => its.includes(tag));
    });
  }
  const { from = '', to = '9999-12-31', weekday } = search;
  if (search.from !== undefined || search.to !== undefined || weekday !== undefined) {
    tests.push(({ sentAt }) => {
      if (sentAt === null) return false;
      const day = localDay(sentAt.getTime(), timeZone);
      const name = nameOfDay(day);
      // ISO 8601 calls Sunday 7.
      return from <= name && name <= to && (weekday === undefined || (weekdayOf(day) || 7) === weekday);
    });
  }
  return (issue) => tests.every((test) => test(issue));
}
