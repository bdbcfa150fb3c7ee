import { replayResult } from '@readout/api-contract';
import { call, checkKey, type Server } from './running-server.ts';

/** Tries again what is in quarantine in a running Readout; says on standard error what came of it. */
export async function replay(server: Server): Promise<void> {
  checkKey(server);
  const { replayed, tooLong } = await call(server, '/quarantine/replay', replayResult, {});
  process.stderr.write(
    replayed === 0
      ? 'Nothing in quarantine can be tried again.\n'
      : `${replayed} records are tried again; what is understood now is counted, once. What is not comes back into quarantine with its reason.\n`,
  );
  if (tooLong > 0) process.stderr.write(`${tooLong} are too long to be tried again and stay where they are.\n`);
}
