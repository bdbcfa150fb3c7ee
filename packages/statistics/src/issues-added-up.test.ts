import { describe, expect, test } from '@jest/globals';
import { estimatedReaders, type IssueClicks } from './estimated-readers.ts';
import { issuesAddedUp } from './issues-added-up.ts';

const small: IssueClicks = {
  seen: { recipients: 400, readers: 150, clickers: 7 },
  hidden: { recipients: 300, clickers: 4 },
};

describe('issues added up', () => {
  test('count everybody once for every issue', () => {
    expect(issuesAddedUp([small, { ...small, hidden: { recipients: 10, clickers: 1 } }])).toEqual({
      seen: { recipients: 800, readers: 300, clickers: 14 },
      hidden: { recipients: 310, clickers: 5 },
    });
  });

  test('are answered where each by itself has too few clicks', () => {
    expect(estimatedReaders(small)).toMatchObject({ ok: false, reason: 'too-few-clicks' });
    expect(estimatedReaders(issuesAddedUp([small, small, small])).ok).toBe(true);
  });

  test('none of them have nothing hidden', () => {
    expect(estimatedReaders(issuesAddedUp([]))).toMatchObject({ ok: false, reason: 'nothing-hidden' });
  });
});
