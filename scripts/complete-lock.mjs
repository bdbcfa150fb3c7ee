// Makes package-lock.json good for every platform: run it after a change of dependencies (`npm install` first).
// npm leaves out of the lock file whatever optional package it could not look up, as on a registry that serves
// one platform's binaries only, and `npm ci` then refuses that lock file elsewhere. What is missing is added by
// name and version, with the platform read off the name; npm checks it against its own registry when installing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const SYSTEMS = { windows: 'win32' };
const SYSTEM = /\b(darwin|linux|win32|windows|android|freebsd|netbsd|openbsd|sunos|aix|openharmony|wasm32)\b/;
const PROCESSOR = /\b(arm64|x64|ia32|arm|ppc64|ppc|s390x|riscv64|loong64|mips64el|mipsel)\b/;
const LIBC = /\b(musl|gnu|glibc)/;

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const added = {};
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(place, name)) continue;
    added[`node_modules/${name}`] = platformPackage(name, range, entry.dev === true);
  }
}
const packages = Object.entries({ ...lock.packages, ...added }).filter(([, entry]) => entry.extraneous !== true);
packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries(packages);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(added).length} optional packages were added to the lock file.`);

/** Looks where Node would: beside the package, then in each folder above it. */
function isLocked(place, name) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in lock.packages) return true;
    if (at === '') return false;
  }
}

function platformPackage(name, range, dev) {
  const system = SYSTEM.exec(name)?.[1] ?? (/\b64$/.test(name) ? name.split('-')[0].split('/').pop() : undefined);
  const processor = PROCESSOR.exec(name)?.[1] ?? (/-64$/.test(name) ? 'x64' : undefined);
  const libc = LIBC.exec(name)?.[1];
  return {
    version: range.replace(/^[\^~]/, ''),
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(dev ? { dev: true } : {}),
    ...(libc === undefined || system !== 'linux' ? {} : { libc: [libc === 'musl' ? 'musl' : 'glibc'] }),
    optional: true,
    ...(system === undefined ? {} : { os: [SYSTEMS[system] ?? system] }),
  };
}
