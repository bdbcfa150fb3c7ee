import { statementOf } from '@readout/billing';
import type { Spool } from '@readout/event-log';
import { encodeRecord, type PublicId, REPORTING_SYSTEMS, type ReportingSystem } from '@readout/events';
import type { Logger } from 'pino';
import type { CatalogCopy } from '../../catalog-copy.ts';
import type { HookMetrics } from '../metrics.ts';
import type { Posted } from '../provider.ts';
import type { HookRefusal, HookTaker, Malformed, Taken } from '../taker.ts';
import { signedWebhook } from './signed-webhook.ts';
import { stripe } from './stripe.ts';
import type { ReportingBilling } from './system.ts';

const SYSTEMS: Readonly<Record<ReportingSystem, ReportingBilling>> = { stripe, webhook: signedWebhook };
const TELL_EVERY_MS = 10_000;

export interface BillingHooksParts {
  readonly log: Spool;
  readonly copy: CatalogCopy;
  readonly metrics: HookMetrics;
  readonly logger: Logger;
  /** UTC, milliseconds. */
  readonly now: () => number;
}

/**
 * Takes what billing systems report on a publication's subscriptions. Nothing of it is believed before its signature
 * holds; what comes again states the same thing again, which makes no difference (docs/decisions/0011).
 */
export class BillingHooks implements HookTaker<ReportingSystem> {
  readonly #parts: BillingHooksParts;
  /** When of each thing it was told last: what a stranger can cause must not fill the log. */
  readonly #toldAt = new Map<string, number>();

  constructor(parts: BillingHooksParts) {
    this.#parts = parts;
  }

  knows(name: string): name is ReportingSystem {
    return (REPORTING_SYSTEMS as readonly string[]).includes(name);
  }

  isSetUp(system: ReportingSystem, publication: PublicId): boolean {
    return this.#parts.copy.billingSystem(publication, system) !== null;
  }

  async take(system: ReportingSystem, publication: PublicId, posted: Posted): Promise<Taken | Malformed | HookRefusal> {
    const outcome = await this.#take(system, publication, posted);
    const told = typeof outcome === 'string' ? outcome : 'malformed' in outcome ? 'malformed' : 'recorded';
    this.#parts.metrics.request(system, told);
    return outcome;
  }

  async #take(
    system: ReportingSystem,
    publication: PublicId,
    posted: Posted,
  ): Promise<Taken | Malformed | HookRefusal> {
    const { copy, metrics, logger, now } = this.#parts;
    const setup = copy.billingSystem(publication, system);
    const rules = copy.rulesByPublicId(publication);
    if (setup === null || rules === undefined) return 'unknown';
    const proof = await SYSTEMS[system].verify(posted, setup.secret, now());
    if (proof !== 'verified') {
      this.#tell(`${publication} ${proof}`, () =>
        logger.warn(
          { publication, system, proof },
          'a report of a billing system was refused: its signature does not hold, or is too old',
        ),
      );
      return proof;
    }
    const reading = SYSTEMS[system].read(posted.json, setup);
    switch (reading.outcome) {
      case 'passing':
        metrics.report(system, 'passing');
        return { recorded: 0 };
      case 'refused':
        metrics.report(system, reading.fate);
        this.#tell(`${publication} ${reading.fate}`, () =>
          logger.warn(
            { publication, system, event: reading.event },
            `a report of a billing system was refused: ${reading.why}`,
          ),
        );
        return { recorded: 0, passedOver: reading.why };
      case 'malformed':
        metrics.report(system, 'malformed');
        logger.error({ publication, system }, `a report of a billing system could not be read: ${reading.why}`);
        return { malformed: reading.why };
      case 'stated': {
        const parts = {
          system,
          publication: rules.publication,
          publicId: publication,
          referenceSecret: copy.referenceSecret(),
        };
        return await this.#keep(
          system,
          reading.stated.map((one) => encodeRecord(statementOf(one, parts))),
        );
      }
    }
  }

  async #keep(system: ReportingSystem, lines: readonly string[]): Promise<Taken | HookRefusal> {
    const { log, metrics, logger } = this.#parts;
    try {
      if (lines.length > 0) await log.appendAll(lines);
    } catch (error) {
      this.#tell('keeping', () =>
        logger.error({ err: error }, 'reports of a billing system could not be kept: it is asked to send them again'),
      );
      return 'unavailable';
    }
    if (lines.length === 0) metrics.report(system, 'passing');
    for (const _ of lines) metrics.report(system, 'recorded');
    return { recorded: lines.length };
  }

  #tell(what: string, tell: () => void): void {
    const now = performance.now();
    if (now - (this.#toldAt.get(what) ?? Number.NEGATIVE_INFINITY) < TELL_EVERY_MS) return;
    this.#toldAt.set(what, now);
    tell();
  }
}
