import { type DynamicModule, Module } from '@nestjs/common';
import { AttentionController } from './attention/attention.controller.ts';
import { BillingSystemsController } from './billing/billing-systems.controller.ts';
import { StatementsController } from './billing/statements.controller.ts';
import { BrandController } from './brand/brand.controller.ts';
import { CollectionController } from './collection/collection.controller.ts';
import { ComparisonController } from './comparison/comparison.controller.ts';
import { ConnectionsController } from './connections/connections.controller.ts';
import { type ApiDependencies, DEPENDENCIES } from './dependencies.ts';
import { ExperimentsController } from './experiments/experiments.controller.ts';
import { Exporting } from './exports/exporting.ts';
import { ExportsController } from './exports/exports.controller.ts';
import { GrowthController } from './growth/growth.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { CallerLimit } from './http/caller-limit.ts';
import { Gate } from './http/gate.ts';
import { ImportRunner } from './imports/import-runner.ts';
import { ImportsController } from './imports/imports.controller.ts';
import { IssuesController } from './issues/issues.controller.ts';
import { KeysController } from './keys/keys.controller.ts';
import { LiveController } from './live/live.controller.ts';
import { LiveStreams } from './live/live-streams.ts';
import { MailProvidersController } from './mail-providers/mail-providers.controller.ts';
import { NotesController } from './notes/notes.controller.ts';
import { AssignmentController } from './offers/assignment.controller.ts';
import { OffersController } from './offers/offers.controller.ts';
import { OpenApiController, REGISTERED_ROUTES } from './openapi/openapi.controller.ts';
import type { RegisteredRoute } from './openapi/registered-routes.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { PublicationsController } from './publications/publications.controller.ts';
import { QuarantineController } from './quarantine/quarantine.controller.ts';
import { ReadersController } from './readers/readers.controller.ts';
import { RebuildController } from './rebuild/rebuild.controller.ts';
import { Rebuilding } from './rebuild/rebuilding.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { Previews } from './rules/previews.ts';
import { RulesController } from './rules/rules.controller.ts';
import { SampleController } from './sample/sample.controller.ts';
import { SampleLoader } from './sample/sample-loader.ts';
import { SAMPLE_SOURCE, type SampleSource } from './sample/sample-source.ts';
import { MailServerController } from './schedules/mail-server.controller.ts';
import { Scheduler } from './schedules/scheduler.ts';
import { SchedulesController } from './schedules/schedules.controller.ts';
import { Identification } from './session/identify.ts';
import { SessionController } from './session/session.controller.ts';
import { Sessions } from './session/sessions.ts';
import { Opening } from './sharing/opening.ts';
import { SharedController } from './sharing/shared.controller.ts';
import { SharesController } from './sharing/shares.controller.ts';
import { SqlController } from './sql/sql.controller.ts';
import { ViewKeeping } from './sql/view-keeping.ts';
import { SubjectsController } from './subjects/subjects.controller.ts';
import { UsualController } from './usual/usual.controller.ts';
import { VerdictsController } from './verdicts/verdicts.controller.ts';
import { PreviewController } from './whole/preview.controller.ts';
import { WholeIssueController } from './whole/whole-issue.controller.ts';

@Module({})
class ApiModule {}

/** The whole API on one page. */
export function apiModule(
  deps: ApiDependencies,
  sample: SampleSource,
  routes: readonly RegisteredRoute[],
): DynamicModule {
  return {
    module: ApiModule,
    controllers: [
      HealthController,
      OpenApiController,
      SessionController,
      PublicationsController,
      IssuesController,
      ComparisonController,
      PreviewController,
      WholeIssueController,
      VerdictsController,
      OverviewController,
      AttentionController,
      UsualController,
      NotesController,
      ExportsController,
      SharesController,
      SharedController,
      SqlController,
      ReadersController,
      SubjectsController,
      GrowthController,
      ReportsController,
      BrandController,
      SchedulesController,
      MailServerController,
      OffersController,
      AssignmentController,
      ExperimentsController,
      LiveController,
      SampleController,
      KeysController,
      QuarantineController,
      RebuildController,
      RulesController,
      MailProvidersController,
      ConnectionsController,
      BillingSystemsController,
      StatementsController,
      CollectionController,
      ImportsController,
    ],
    providers: [
      { provide: DEPENDENCIES, useValue: deps },
      { provide: SAMPLE_SOURCE, useValue: sample },
      { provide: REGISTERED_ROUTES, useValue: routes },
      Sessions,
      Identification,
      CallerLimit,
      Gate,
      LiveStreams,
      SampleLoader,
      Rebuilding,
      Previews,
      ImportRunner,
      Exporting,
      Opening,
      Scheduler,
      ViewKeeping,
    ],
  };
}
