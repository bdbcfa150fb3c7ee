// The whole system with reload: packages rebuilt as they change, the server restarted, the dashboard hot.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

prepare();
const bin = (name) => join(root, 'node_modules', '.bin', name);
const children = [
  spawn(bin('turbo'), ['watch', 'build', '--filter=!@readout/dashboard'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  }),
  spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', join(root, 'apps/readout/dist/main.js'), ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
    },
  ),
  spawn(bin('vite'), [], { cwd: join(root, 'apps/dashboard'), stdio: 'inherit' }),
];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) child.on('exit', stop);
