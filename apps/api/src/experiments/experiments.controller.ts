import { Body, Controller, Delete, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import {
  createExperimentRequest,
  type ExperimentList,
  type ExperimentPlan,
  type ExperimentResults,
  type ExperimentView,
  experimentList,
  experimentPlan,
  experimentPlanRequest,
  experimentResults,
  experimentView as experimentSchema,
  updateExperimentRequest,
} from '@readout/api-contract';
import type { Experiment, Publication } from '@readout/catalog';
import { isPublicId, type PublicId } from '@readout/events';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { type PageQuery, pageOf, pageQuery } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { parsed } from '../http/validation.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { askResults } from './ask-results.ts';
import { asDraft, experimentView } from './experiment-view.ts';
import { planOf } from './plan.ts';

@Controller('api/v1/publications/:publication/experiments')
export class ExperimentsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Experiments',
    access: 'publication',
    summary: 'List the experiments between offers, the newest first',
    query: pageQuery,
    answer: experimentList,
    refusals: ['invalid_cursor'],
  })
  async list(@ThePublication() { id, publicId }: Publication, @Query() query: PageQuery): Promise<ExperimentList> {
    const experiments = await this.deps.catalog.listExperiments(id);
    const place = (one: Experiment) => ({ id: one.publicId, at: one.createdAt.getTime() });
    const { items, next } = pageOf(`experiments ${publicId}`, experiments, query, place, 'newest-first');
    return { items: items.map(experimentView), next };
  }

  @Post()
  @Serves({
    group: 'Experiments',
    access: 'publication',
    summary: 'Draft an experiment between offers',
    description: 'Nothing is shown to anybody until it is started. The first of its offers is the control.',
    body: createExperimentRequest,
    answer: experimentSchema,
    status: 201,
    refusals: ['unprocessable', 'conflict'],
  })
  async create(
    @ThePublication() publication: Publication,
    @Body() draft: z.output<typeof createExperimentRequest>,
  ): Promise<ExperimentView> {
    return experimentView(await this.deps.catalog.createExperiment(publication.id, asDraft(draft)));
  }

  @Post('plan')
  @Serves({
    group: 'Experiments',
    access: 'publication',
    summary: 'Tell how many people and days an experiment would take',
    description:
      'With a power of 80 % at a level of 95 %, by the people who hit the paywall in the last 28 days. `days` holds the wait for the longest trial where it is about payments.',
    body: experimentPlanRequest,
    answer: experimentPlan,
  })
  plan(
    @ThePublication() publication: Publication,
    @Body() asked: z.output<typeof experimentPlanRequest>,
  ): Promise<ExperimentPlan> {
    return planOf(this.deps, publication, asked);
  }

  @Get(':experiment')
  @Serves({
    group: 'Experiments',
    access: 'publication',
    summary: 'Read an experiment',
    answer: experimentSchema,
  })
  async read(@ThePublication() publication: Publication, @Param('experiment') id: string): Promise<ExperimentView> {
    return experimentView(await this.#find(publication, id));
  }

  @Get(':experiment/results')
  @Serves({
    group: 'Experiments',
    access: 'publication',
    summary: 'Tell what an experiment has shown so far',
    description:
      'Comparisons, guardrails and the split of people may be looked at every day. `paid` and `revenue` are of people who were shown an offer the longest trial and three days ago.',
    answer: experimentResults,
    refusals: ['conflict'],
  })
  async results(
    @ThePublication() publication: Publication,
    @Param('experiment') id: string,
  ): Promise<ExperimentResults> {
    return askResults(this.deps, publication, await this.#find(publication, id));
  }

  @Patch(':experiment')
  @Serves({
    group: 'Experiments',
    access: 'publication',
    summary: 'Change an experiment that was not started yet',
    description: 'What is left out stays as it is; `arms` and `guardrails` replace all of them.',
    body: updateExperimentRequest,
    answer: experimentSchema,
    refusals: ['unprocessable', 'conflict'],
  })
  async update(
    @ThePublication() publication: Publication,
    @Param('experiment') id: string,
    @Body() given: z.output<typeof updateExperimentRequest>,
  ): Promise<ExperimentView> {
    const before = await this.#find(publication, id);
    const change = withoutAbsent(given);
    // What is given and what stays must go together.
    const { name, arms, readers, visitors, share, measure, guardrails, smallestEffect, baseline } = before;
    const whole = { name, arms, readers, visitors, share, measure, guardrails, smallestEffect, baseline, ...change };
    const draft = parsed(createExperimentRequest, whole, 'body');
    const { arms: _, ...rest } = asDraft(draft);
    const changed = change.arms === undefined ? rest : asDraft(draft);
    return found(await this.deps.catalog.updateExperiment(publication.id, before.publicId, changed));
  }

  @Delete(':experiment')
  @Serves({
    group: 'Experiments',
    access: 'publication',
    summary: 'Remove an experiment that was not started',
    status: 204,
    refusals: ['conflict'],
  })
  async remove(@ThePublication() publication: Publication, @Param('experiment') id: string): Promise<void> {
    if (!(await this.deps.catalog.deleteExperiment(publication.id, named(id)))) throw noSuchExperiment();
  }

  @Post(':experiment/start')
  @Serves({
    group: 'Experiments',
    access: 'publication',
    summary: 'Start an experiment: from now on nothing about it changes but that it is stopped',
    description: 'One runs at a time. Its control becomes the usual offer, for everybody who takes no part.',
    answer: experimentSchema,
    refusals: ['conflict'],
  })
  async start(@ThePublication() publication: Publication, @Param('experiment') id: string): Promise<ExperimentView> {
    const now = new Date(this.deps.clock());
    const started = found(await this.deps.catalog.startExperiment(publication.id, named(id), now));
    this.deps.logger.info({ publication: publication.publicId, experiment: started.id }, 'an experiment was started');
    return started;
  }

  @Post(':experiment/stop')
  @Serves({
    group: 'Experiments',
    access: 'publication',
    summary: 'Stop an experiment: everybody is shown its control',
    description: 'Pages and mails follow within seconds. What was counted stays; it cannot be started again.',
    answer: experimentSchema,
    refusals: ['conflict'],
  })
  async stop(@ThePublication() publication: Publication, @Param('experiment') id: string): Promise<ExperimentView> {
    const now = new Date(this.deps.clock());
    const stopped = found(await this.deps.catalog.stopExperiment(publication.id, named(id), now));
    this.deps.logger.info({ publication: publication.publicId, experiment: stopped.id }, 'an experiment was stopped');
    return stopped;
  }

  async #find(publication: Publication, id: string): Promise<Experiment> {
    const experiment = await this.deps.catalog.findExperiment(publication.id, named(id));
    if (experiment === null) throw noSuchExperiment();
    return experiment;
  }
}

function found(experiment: Experiment | null): ExperimentView {
  if (experiment === null) throw noSuchExperiment();
  return experimentView(experiment);
}

function named(id: string): PublicId {
  if (!isPublicId(id)) throw noSuchExperiment();
  return id;
}

function noSuchExperiment(): Refusal {
  return new Refusal('not_found', 'This publication has no such experiment.');
}
