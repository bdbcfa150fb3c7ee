import type { NewIssue } from '../catalog.ts';

/** An issue with nothing in it but what is given. */
export function bareIssue(given: Partial<NewIssue> = {}): NewIssue {
  return { title: 'Untitled', subtitle: '', sentAt: null, hasPaywall: false, sections: [], links: [], ...given };
}
