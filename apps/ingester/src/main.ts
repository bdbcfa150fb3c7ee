import { runProgram } from '@readout/program';
import { checked } from './settings.ts';
import { startIngesting } from './start-ingesting.ts';

await runProgram(async ({ config, ...surroundings }) => {
  const running = await startIngesting(checked(config), surroundings);
  process.stdout.write(`The ingester runs at ${running.address}\n`);
  return running;
});
