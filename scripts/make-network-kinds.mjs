// Makes packages/network/data/network-kinds.bin: node scripts/make-network-kinds.mjs <tarball of @ip-location-db/asn>
// The tarball is what `npm pack @ip-location-db/asn` fetches; 63 MB unpacked, which is why the package ships an extract.
// Its CSV files say, range by range, which autonomous system announces it; which of those are of what kind stands in
// packages/network/src/autonomous-systems.ts. Fails where a number there is not in the files, or under another name.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { refuse, root } from './prepare.mjs';

const tarball = process.argv[2];
if (tarball === undefined)
  refuse('Give the path of the tarball of @ip-location-db/asn (npm pack @ip-location-db/asn).');

const source = (file) => tsImport(join(root, 'packages', 'network', 'src', file), import.meta.url);
const { OPERATORS } = await source('autonomous-systems.ts');
const { parseAddress } = await source('address.ts');
const { encodeNetworkKinds, siteOf } = await source('network-kinds.ts');

const operators = new Map();
for (const operator of OPERATORS) {
  for (const number of operator.numbers) {
    if (operators.has(number)) refuse(`AS${number} is listed twice.`);
    operators.set(number, operator);
  }
}

const four = rowsOf('package/asn-ipv4.csv');
const six = rowsOf('package/asn-ipv6.csv');
checkNames([...four, ...six]);
const ranges = { four: rangesOf(four, (address) => address.bits), six: rangesOf(six, siteOf) };
const bytes = encodeNetworkKinds(ranges);
writeFileSync(join(root, 'packages', 'network', 'data', 'network-kinds.bin'), bytes);
console.log(
  `${bytes.length} bytes: ${ranges.four.length} ranges of IPv4 and ${ranges.six.length} of IPv6 from ${operators.size} autonomous systems.`,
);

/** Rows `first,last,number,"name"`. */
function rowsOf(member) {
  const { status, stdout, stderr } = spawnSync('tar', ['-xzOf', tarball, member], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) refuse(`${member} could not be read from ${tarball}. ${stderr}`);
  return stdout.split('\n').flatMap((line) => {
    const [, first, last, number, name] = /^([^,]+),([^,]+),(\d+),(.*)$/.exec(line) ?? [];
    return first === undefined ? [] : [{ first, last, number: Number(number), name }];
  });
}

function checkNames(rows) {
  const names = new Map(rows.map(({ number, name }) => [number, name]));
  const wrong = [...operators].flatMap(([number, { registeredAs }]) => {
    const name = names.get(number);
    if (name === undefined) return [`AS${number} (${registeredAs}) announces nothing.`];
    return name.toLowerCase().includes(registeredAs.toLowerCase())
      ? []
      : [`AS${number} is listed as ${registeredAs} and registered as ${name}.`];
  });
  if (wrong.length > 0) refuse(wrong.join('\n'));
}

/**
 * Each listed range as a start, and a start of `other` behind it unless the next follows at once. A site (/48) that
 * operators share is `other` where one of them is: small providers lend each other single networks, and have readers.
 */
function rangesOf(rows, numberOf) {
  const kindOf = (number) => operators.get(number)?.kind ?? 'other';
  const all = rows.map(({ first, last, number }) => ({
    start: numberOf(parseAddress(first)),
    end: numberOf(parseAddress(last)),
    kind: kindOf(number),
  }));
  // No range holds another but by mistake in the source, so that sites are shared at the ends of ranges only.
  const others = new Set(all.filter(({ kind }) => kind === 'other').flatMap(({ start, end }) => [start, end]));
  const spans = all
    .filter(({ kind }) => kind !== 'other')
    .map(({ start, end, kind }) => ({
      start: others.has(start) ? start + 1 : start,
      end: others.has(end) ? end - 1 : end,
      kind,
    }))
    .filter(({ start, end }) => start <= end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const found = [];
  let after = 0;
  const begin = (start, kind) => {
    if ((found.at(-1)?.kind ?? 'other') !== kind) found.push({ start, kind });
  };
  for (const { start, end, kind } of spans) {
    if (end < after) continue;
    if (start > after) begin(after, 'other');
    begin(Math.max(start, after), kind);
    after = end + 1;
  }
  begin(after, 'other');
  return found;
}
