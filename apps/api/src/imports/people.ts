import type { Segment } from '@readout/events';
import type { ImportedPerson } from '@readout/importers';
import { domainOfAddress, readerReference } from '@readout/tokens';
import type { Home, ImportContext } from './worker-messages.ts';

/** Somebody of whom an import tells, without their address. */
export interface Person {
  readonly reader: number;
  /** Of now, for who is on the list; null: they are not. */
  readonly segment: Exclude<Segment, 'none'> | null;
  /** Where their mail is received; null: it is no domain that can be kept. */
  readonly domain: string | null;
}

/** Whoever asks for so many numbers at once keeps others waiting for some 20 ms. */
const AT_ONCE = 500;

/** Everybody in an import, by their addresses: this is the only place that holds those, for as long as the import runs. */
export class People {
  readonly #home: Pick<Home, 'readers'>;
  readonly #context: Pick<ImportContext, 'publicId' | 'referenceSecret'>;
  readonly #known = new Map<string, Person>();

  constructor(home: Pick<Home, 'readers'>, context: Pick<ImportContext, 'publicId' | 'referenceSecret'>) {
    this.#home = home;
    this.#context = context;
  }

  /** Makes readers of people on the list, or finds them and notes their segment. In the order given. */
  async onList(people: readonly ImportedPerson[]): Promise<readonly ListedPerson[]> {
    const all: ListedPerson[] = [];
    for (let at = 0; at < people.length; at += AT_ONCE) {
      const some = people.slice(at, at + AT_ONCE);
      const named = some.map(({ address, segment }) => ({ reference: this.#reference(address), segment }));
      const numbers = await this.#home.readers(named, true);
      for (const [place, { address, segment }] of some.entries()) {
        const [reader, reference] = [numbers[place], named[place]?.reference];
        if (reader === undefined || reference === undefined) throw new Error('fewer readers came than were asked for');
        const person = { reader, segment, domain: domainOfAddress(address) };
        this.#known.set(keyOf(address), person);
        all.push({ ...person, reference });
      }
    }
    return all;
  }

  /** Null: nobody has told of them yet, see `learn`. */
  find(address: string): Person | null {
    return this.#known.get(address) ?? this.#known.get(keyOf(address)) ?? null;
  }

  /** Makes readers of people who are not on the list any more, or finds them. */
  async learn(addresses: ReadonlySet<string>): Promise<void> {
    const unknown = [...new Set([...addresses].map(keyOf))].filter((address) => !this.#known.has(address));
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const some = unknown.slice(at, at + AT_ONCE);
      const named = some.map((address) => ({ reference: this.#reference(address), segment: 'free' as const }));
      const numbers = await this.#home.readers(named, false);
      for (const [place, address] of some.entries()) {
        const reader = numbers[place];
        if (reader === undefined) throw new Error('fewer readers came than were asked for');
        this.#known.set(address, { reader, segment: null, domain: domainOfAddress(address) });
      }
    }
  }

  #reference(address: string): Buffer {
    const { referenceSecret, publicId } = this.#context;
    return readerReference(referenceSecret, publicId, address);
  }
}

export interface ListedPerson extends Person {
  /** The keyed hash of their address. */
  readonly reference: Uint8Array;
}

/** In memory of its own: a part of a table would keep all that was read with it. */
function keyOf(address: string): string {
  return Buffer.from(address.trim().normalize('NFC').toLowerCase()).toString();
}
