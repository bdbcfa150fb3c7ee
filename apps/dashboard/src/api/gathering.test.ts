import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Gathering } from './gathering.ts';
import { issuesOf } from './live-feed.ts';

describe('changes that arrive in a storm', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('the first is passed on at once, the rest together once the pause is over, none is lost', () => {
    const passed: string[][] = [];
    const gathering = new Gathering<string>(1000, (things) => passed.push([...things]));
    gathering.add(['a']);
    gathering.add(['b']);
    gathering.add(['b', 'c']);
    expect(passed).toEqual([['a']]);
    jest.advanceTimersByTime(1000);
    expect(passed).toEqual([['a'], ['b', 'c']]);
    jest.advanceTimersByTime(5000);
    gathering.add(['d']);
    expect(passed.at(-1)).toEqual(['d']);
  });

  test('nothing is passed on after stop', () => {
    const passed: string[][] = [];
    const gathering = new Gathering<string>(1000, (things) => passed.push([...things]));
    gathering.add(['a']);
    gathering.add(['b']);
    gathering.stop();
    jest.advanceTimersByTime(5000);
    expect(passed).toEqual([['a']]);
  });
});

test.each([
  ['{"issues":["a","b"]}', ['a', 'b']],
  ['{"issues":["a",3,null]}', ['a']],
  ['{}', []],
  ['null', []],
  ['<html>', []],
])('a message %s names the issues %j', (data, issues) => {
  expect(issuesOf(data)).toEqual(issues);
});
