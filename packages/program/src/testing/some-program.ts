// A program that says what happens to it. Its argument is how it fares.
import { runProgram } from '../run-program.ts';

const fate = process.argv[2];

await runProgram(async ({ fail }) => {
  if (fate === 'known failure') throw Object.assign(new Error('The cellar is locked.'), { code: 'CELLAR_LOCKED' });
  if (fate === 'unknown failure') throw new Error('What is this?');
  const timer = setInterval(() => undefined, 1_000);
  if (fate === 'thrown later') setTimeout(() => Promise.reject(new Error('nobody caught it')), 10);
  if (fate === 'failed later') setTimeout(() => fail(new Error('it cannot go on')), 10);
  process.stdout.write('up\n');
  return {
    async stop() {
      clearInterval(timer);
      process.stdout.write('stopped in order\n');
      if (fate === 'stops badly') throw new Error('it sticks');
    },
  };
});
