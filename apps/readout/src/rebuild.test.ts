import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { JudgingStatus } from '@readout/api-contract';
import { rebuild } from './rebuild.ts';

const running: JudgingStatus = {
  state: 'running',
  step: 'verdicts',
  share: 0.4,
  judged: 100,
  changed: [],
  startedAt: '2026-03-02T06:00:00.000Z',
  endedAt: null,
  error: null,
};
const done: JudgingStatus = { ...running, state: 'done', step: null, share: 1, endedAt: '2026-03-02T06:01:00.000Z' };

let http: Server;
let answers: JudgingStatus[] = [];
let asked: string[] = [];
let url: string;
beforeAll(async () => {
  http = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers.shift()));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(() => {
  http.close();
});
beforeEach(() => {
  asked = [];
});

/** What it writes where nobody looks at a terminal. */
async function said(...given: Parameters<typeof rebuild>): Promise<string> {
  let text = '';
  const { isTTY } = process.stderr;
  process.stderr.isTTY = false;
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((some) => {
    text += String(some);
    return true;
  });
  try {
    await rebuild(...given);
  } finally {
    write.mockRestore();
    process.stderr.isTTY = isTTY;
  }
  return text;
}

describe('the command rebuild', () => {
  test('waits until history is judged and figures are made, and says what came out differently', async () => {
    const changed: JudgingStatus['changed'] = [
      { from: 'human', to: 'scanner', count: 1_204 },
      { from: 'unclear', to: 'human', count: 31 },
    ];
    answers = [running, { ...running, step: 'figures', share: 0.8 }, { ...done, judged: 481_220, changed }];
    expect(await said({ url, key: 'ro_x' }, {})).toBe(
      '481,220 opens and clicks were judged anew; 1,235 came out differently:\n' +
        '  human → scanner: 1,204\n  unclear → human: 31\n' +
        'All figures have been made anew from the events.\n',
    );
    expect(asked).toEqual(['POST /api/v1/rebuild', 'GET /api/v1/rebuild', 'GET /api/v1/rebuild']);
  });

  test('says so where nothing had to be judged, or nothing came out differently', async () => {
    answers = [{ ...done, judged: 0 }];
    expect(await said({ url, key: 'ro_x' }, {})).toMatch(/^No opens or clicks had to be judged anew\.\n/);
    answers = [{ ...done, judged: 7 }];
    expect(await said({ url, key: 'ro_x' }, { verdicts: true })).toMatch(/^7 opens .* none came out differently\.\n/);
    expect(asked).toEqual(['POST /api/v1/rebuild', 'POST /api/v1/rebuild?verdicts=all']);
  });

  test("fails with the server's sentence", async () => {
    answers = [{ ...done, state: 'failed', error: 'It could not be done.' }];
    await expect(said({ url, key: 'ro_x' }, {})).rejects.toThrow('It could not be done.');
    await expect(said({ url, key: null }, {})).rejects.toThrow(/READOUT_API_KEY/);
  });
});
