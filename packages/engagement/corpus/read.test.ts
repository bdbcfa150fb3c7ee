import { describe, expect, test } from '@jest/globals';
import { CorpusError, parseSequences } from './read.ts';

const FETCH = {
  at: 10,
  kind: 'clicked',
  link: 2,
  method: 'GET',
  headers: { 'user-agent': 'curl/8.5.0' },
  network: 'other',
  place: 'a',
  crowd: 0,
  said: 'nothing',
  truth: 'scanner',
};
const SEQUENCE = {
  name: 'one',
  family: 'some',
  note: 'Something happens.',
  links: 2,
  honeypot: false,
  fetches: [FETCH],
};
const line = (sequence: object) => JSON.stringify(sequence);

describe('parseSequences', () => {
  test('reads a sequence a line and skips empty lines', () => {
    expect(parseSequences('some.jsonl', `${line(SEQUENCE)}\n\n${line({ ...SEQUENCE, name: 'two' })}\n`)).toEqual([
      SEQUENCE,
      { ...SEQUENCE, name: 'two' },
    ]);
  });

  test.each<[string, object]>([
    ['name must be a text', { ...SEQUENCE, name: '' }],
    ['unknown field "nmae"', { ...SEQUENCE, nmae: 'one' }],
    ['fetches must be a list', { ...SEQUENCE, fetches: {} }],
    ['segment must be one of', { ...SEQUENCE, segment: 'gold' }],
    ['fetches[0].at must be a whole number from 0', { ...SEQUENCE, fetches: [{ ...FETCH, at: -1 }] }],
    ['fetches[0]: link 3 of 2', { ...SEQUENCE, fetches: [{ ...FETCH, link: 3 }] }],
    ['fetches[0]: the message has no honeypot', { ...SEQUENCE, fetches: [{ ...FETCH, link: 'honeypot' }] }],
    ['fetches[0]: the pixel has no link', { ...SEQUENCE, fetches: [{ ...FETCH, kind: 'opened' }] }],
    ['"User-Agent" must be in lower case', { ...SEQUENCE, fetches: [{ ...FETCH, headers: { 'User-Agent': 'x' } }] }],
    ['fetches[0].truth must be one of human', { ...SEQUENCE, fetches: [{ ...FETCH, truth: 'none' }] }],
  ])('says where and what: %s', (problem, broken) => {
    const read = () => parseSequences('tuning/some.jsonl', `${line(SEQUENCE)}\n${line(broken)}\n`);
    expect(read).toThrow(CorpusError);
    expect(read).toThrow('tuning/some.jsonl:2: ');
    expect(read).toThrow(problem);
  });

  test('names the line that is not JSON', () => {
    expect(() => parseSequences('some.jsonl', '{"name": ')).toThrow('some.jsonl:1: ');
  });
});
