import { runProgram } from '@readout/program';
import { checked } from './clustered/settings.ts';
import { startClustered } from './clustered/start-clustered.ts';

await runProgram(async ({ config, ...surroundings }) => {
  const running = await startClustered(checked(config), surroundings);
  process.stdout.write(`The API runs at ${running.address}\n`);
  void running.welcome.then((welcome) => {
    if (welcome !== null) process.stdout.write(`First time here? Choose a password at\n\n    ${welcome}\n\n`);
  });
  return running;
});
