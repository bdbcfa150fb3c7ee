// npm run soak [-- name …]: runs the long tests one after the other, each against the program as it was built.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, refuse, root } from './prepare.mjs';

const SOAKS = {
  fuzz: 'tests/soak/fuzz.soak.ts',
  faults: 'tests/soak/faults.soak.ts',
  memory: 'tests/soak/memory.soak.ts',
  clustered: 'tests/soak/clustered.soak.ts',
};

const names = process.argv.slice(2);
for (const name of names) {
  if (!(name in SOAKS)) refuse(`There is no soak “${name}”. There are: ${Object.keys(SOAKS).join(', ')}.`);
}
prepare();
for (const name of names.length > 0 ? names : Object.keys(SOAKS)) {
  console.log(`\n## ${name}\n`);
  const result = spawnSync(process.execPath, ['--import', 'tsx', join(root, SOAKS[name])], {
    cwd: root,
    stdio: 'inherit',
    // Without the paths to the sources: what is tried is what was built, as it is shipped.
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') },
  });
  if (result.status !== 0) refuse(`The soak “${name}” failed.`);
}
