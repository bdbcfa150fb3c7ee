import { CONNECTED_SOURCES, type Connections } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { MAIL_PROVIDERS, REPORTING_SYSTEMS } from '@readout/events';
import type { ApiDependencies } from '../dependencies.ts';

/** When something last came from each source, and what is set up though nothing has come. */
export async function connectionsOf(
  { catalog, warehouse, clock }: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  { id }: Publication,
): Promise<Connections> {
  const [keys, setups, sources, notices, statements] = await Promise.all([
    catalog.mailProviders(id),
    catalog.billingSystems(id),
    warehouse.lastOfSources(id),
    warehouse.lastNotices(id),
    warehouse.lastStatements(id),
  ]);
  const isSetUp = { mail: new Set(keys.map((one) => one.provider)), billing: new Set(setups.map((one) => one.system)) };
  return {
    asOf: new Date(clock()).toISOString(),
    sources: CONNECTED_SOURCES.map((source) => ({ source, lastEventAt: moment(sources.get(source)) })),
    mailProviders: MAIL_PROVIDERS.map((provider) => ({
      provider,
      isSetUp: isSetUp.mail.has(provider),
      lastEventAt: moment(notices.get(provider)),
    })),
    billingSystems: REPORTING_SYSTEMS.map((system) => ({
      system,
      isSetUp: isSetUp.billing.has(system),
      lastEventAt: moment(statements.get(system)),
    })),
  };
}

function moment(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}
