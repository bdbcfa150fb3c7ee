import { FAMILIES } from './clients/families.ts';
import { looksLikeProgram, machineOf } from './clients/machines.ts';
import { PROGRAM } from './clients/program.ts';
import { proxyOf } from './clients/proxies.ts';
import { systemOf } from './clients/system.ts';

/**
 * What is kept of a user agent: a short stable label from which alone all rules on agents work. There are a few
 * thousand at most, whatever is sent. Five sorts, told apart by their looks:
 * - `Chrome 142 / Windows`: a program that people use, its major version where known, its system. Only these have a
 *   slash with spaces around it; `other / Windows` is a browser that nobody knows by name, and `program / Windows`
 *   anything that does not even look like one.
 * - the names in `clients/proxies.ts`: a mail provider's proxy;
 * - `curl`, `Googlebot`, `bot`: a machine by its own word;
 * - an empty label: it sent no agent;
 * - `AGENT_NOT_KEPT`: nobody knows whether it did, see there.
 */
export type Client = string;

/**
 * The client of a fetch that another system saw and wrote down without its agent. Whoever sends none has something to hide
 * or is a program; of this one nothing is known, which speaks neither for nor against it.
 */
export const AGENT_NOT_KEPT: Client = 'not kept';

/** Agents are cut here; what comes after says nothing and costs time. */
const LONGEST = 512;

/** The label of the client with this user agent. Up to 50 µs: cached by the caller. */
export function clientOf(agent: string | undefined): Client {
  const text = agent?.trim().slice(0, LONGEST) ?? '';
  return text === '' ? '' : (proxyOf(text) ?? machineOf(text) ?? ordinary(text));
}

function ordinary(agent: string): Client {
  const system = systemOf(agent);
  for (const { name, pattern } of FAMILIES) {
    const found = pattern.exec(agent);
    if (found === null) continue;
    const version = found.slice(1).find((group) => group !== undefined);
    // Versions of more than three digits are dates, or made up.
    return version === undefined || version.length > 3 ? `${name} / ${system}` : `${name} ${version} / ${system}`;
  }
  return `${looksLikeProgram(agent) ? PROGRAM : 'other'} / ${system}`;
}
