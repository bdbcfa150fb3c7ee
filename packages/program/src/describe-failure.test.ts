import { expect, test } from '@jest/globals';
import { describeFailure } from './describe-failure.ts';

const withCode = (code: string) => Object.assign(new Error('The port is in use.'), { code });

test('what has a code of ours or of the system is told in its sentence', () => {
  expect(describeFailure(withCode('PORT_IN_USE'))).toBe('The port is in use.');
  expect(describeFailure(withCode('EACCES'))).toBe('The port is in use.');
});

test('what nobody foresaw is told with where it came from', () => {
  expect(describeFailure(withCode('ERR_INVALID_ARG_TYPE'))).toContain('describe-failure.test');
  expect(describeFailure(new Error('What?'))).toContain('describe-failure.test');
  expect(describeFailure('just so')).toBe('just so');
});
