import type { Publication } from '@readout/catalog';
import { faultOfFolder, faultOfTarget } from '@readout/delivery';
import { isPublicId } from '@readout/events';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';
import type { ScheduleTerms } from './terms.ts';

/** What cannot be carried out is refused now, and not when it is due. @throws {Refusal} naming the field. */
export async function checkTerms(
  { catalog, delivery }: Pick<ApiDependencies, 'catalog' | 'delivery'>,
  publication: Publication,
  { what, destination }: Partial<ScheduleTerms>,
): Promise<void> {
  if (what !== undefined) {
    if (what.report === null && what.export === null) throw refused('what', 'Choose a report, an export, or both.');
    if (what.report?.kind === 'sponsor') await checkLink(catalog, publication, what.report.link);
  }
  if (destination?.by === 'webhook') {
    const fault = faultOfTarget(destination.url, delivery.allowsPrivateTargets);
    if (fault !== null) throw refused('destination.url', fault);
  }
  if (destination?.by === 'folder') {
    if (delivery.folder === null) {
      const message = 'Whoever runs Readout has set no folder for files (READOUT_DELIVERY_FOLDER).';
      throw refused('destination.folder', message);
    }
    const fault = faultOfFolder(destination.folder);
    if (fault !== null) throw refused('destination.folder', fault);
  }
}

async function checkLink(catalog: ApiDependencies['catalog'], publication: Publication, link: string | undefined) {
  const target = link !== undefined && isPublicId(link) ? await catalog.findLinkTarget(link) : null;
  if (target?.publication !== publication.id) {
    throw refused('what.report.link', 'Say which link of this publication, by the id that it has in any issue.');
  }
}

function refused(path: string, message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, { errors: [{ path, message }] });
}
