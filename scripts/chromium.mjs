// The browser that the end-to-end tests drive: whatever is installed, otherwise Debian's, where root may install it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium, or null. `READOUT_CHROMIUM` comes first. */
function findChromium() {
  const places = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.READOUT_CHROMIUM, ...places, ...APPLICATIONS].find((path) => path && isExecutable(path)) ?? null;
}

/** Path of a Chromium, installed first where that is possible; null where it is not. */
export function ensureChromium() {
  const found = findChromium();
  if (found !== null || process.platform !== 'linux' || process.getuid?.() !== 0) return found;
  console.error('Installing Chromium for the browser tests …');
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], options);
  return findChromium();
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
