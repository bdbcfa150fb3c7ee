import { MAIL_PROVIDERS, REPORTING_SYSTEMS } from '@readout/events';
import { Counter, type Registry } from 'prom-client';

/**
 * What became of a request of a mail provider or a billing system.
 * - `recorded`: what is kept of it was on disk before the answer
 * - `forged`, `stale`, `repeated`: its signature does not hold, is too old, or has been used
 * - `unknown`: no such publication, or who reports is not set up for it
 * - `malformed`, `too_large`: not what they send
 * - `unavailable`: answered 503
 */
const OUTCOMES = [
  'recorded',
  'forged',
  'stale',
  'repeated',
  'unknown',
  'malformed',
  'too_large',
  'unavailable',
] as const;
/**
 * What became of one report in a request: see `PassedOver`; `malformed` as above, where others beside it were not;
 * `test`: of a billing system's test mode, where that is not taken.
 */
const FATES = ['recorded', 'foreign', 'passing', 'untracked', 'malformed', 'test'] as const;

type Outcome = (typeof OUTCOMES)[number];
type Fate = (typeof FATES)[number];

export class HookMetrics {
  readonly #requests: Counter<'provider' | 'outcome'>;
  readonly #reports: Counter<'provider' | 'fate'>;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#requests = new Counter({
      name: 'readout_hook_requests_total',
      help: 'Requests of mail providers and billing systems by what became of them',
      labelNames: ['provider', 'outcome'],
      registers,
    });
    this.#reports = new Counter({
      name: 'readout_hook_reports_total',
      help: 'What mail providers and billing systems reported, by what became of it',
      labelNames: ['provider', 'fate'],
      registers,
    });
    for (const provider of [...MAIL_PROVIDERS, ...REPORTING_SYSTEMS]) {
      for (const outcome of OUTCOMES) this.#requests.inc({ provider, outcome }, 0);
      for (const fate of FATES) this.#reports.inc({ provider, fate }, 0);
    }
  }

  request(provider: string, outcome: Outcome): void {
    this.#requests.inc({ provider, outcome });
  }

  report(provider: string, fate: Fate): void {
    this.#reports.inc({ provider, fate });
  }
}
