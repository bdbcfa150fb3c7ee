import { runProgram } from '@readout/program';
import { checked } from './settings.ts';
import { startRelaying } from './start-relaying.ts';

await runProgram(async ({ config, ...surroundings }) => {
  const running = await startRelaying(checked(config), surroundings);
  process.stdout.write(`The relay takes mail at ${running.mailAddress}, and tells its state at ${running.address}\n`);
  return running;
});
