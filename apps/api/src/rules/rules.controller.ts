import { Body, Controller, Get, Inject, Post, Put } from '@nestjs/common';
import {
  type JudgingStatus,
  judgingStatus,
  type OwnRulesView,
  ownRulesView as ownRulesSchema,
  previewRulesRequest,
  type RulesPreview,
  replaceOwnRulesRequest,
  rulesPreview,
} from '@readout/api-contract';
import type { OwnRules, Publication } from '@readout/catalog';
import { PLACES_SECRET, Places } from '@readout/network';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { Rebuilding } from '../rebuild/rebuilding.ts';
import { isJudgedBy } from './judge-history.ts';
import { keptRules } from './kept-rules.ts';
import { Previews } from './previews.ts';

@Controller('api/v1/publications/:publication/rules')
export class RulesController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(Rebuilding) private readonly rebuilding: Rebuilding,
    @Inject(Previews) private readonly previews: Previews,
  ) {}

  @Get()
  @Serves({
    group: 'Rules',
    access: 'publication',
    summary: "Read a publication's own rules on who is a machine",
    description:
      "They are asked before Readout's own rules, in their order, and the first that applies decides. `isApplied` says whether opens and clicks from before have been judged by them as well.",
    answer: ownRulesSchema,
  })
  async read(@ThePublication() { id }: Publication): Promise<OwnRulesView> {
    return ownRulesView(await this.deps.catalog.ownRules(id));
  }

  @Put()
  @Serves({
    group: 'Rules',
    access: 'publication',
    summary: "Replace a publication's own rules",
    description:
      'New opens and clicks are judged by them within a minute; those from before once they are applied. `version` is the one that was read: where somebody has changed the rules since, nothing is changed.',
    body: replaceOwnRulesRequest,
    answer: ownRulesSchema,
    refusals: ['conflict'],
  })
  async replace(
    @ThePublication() { id, publicId }: Publication,
    @Body() { version, rules }: z.output<typeof replaceOwnRulesRequest>,
  ): Promise<OwnRulesView> {
    const replaced = await this.deps.catalog.replaceOwnRules(id, version, keptRules(rules, await this.#places()));
    if (replaced === null) {
      throw new Refusal(
        'conflict',
        'Somebody has changed the rules since you read them. Read them again and make your change to those.',
      );
    }
    this.deps.logger.info({ publication: publicId, version: replaced.version }, 'the own rules were changed');
    return ownRulesView(replaced);
  }

  @Post('preview')
  @Serves({
    group: 'Rules',
    access: 'publication',
    summary: 'Say what other rules would change',
    description:
      'Judges the opens and clicks of the last days by the rules as they are and by those given, and says which come out differently. Nothing is changed. How much is looked at is limited: see `issuesLookedAt`.',
    body: previewRulesRequest,
    answer: rulesPreview,
    refusals: ['conflict'],
  })
  async preview(
    @ThePublication() publication: Publication,
    @Body() { rules, days }: z.output<typeof previewRulesRequest>,
  ): Promise<RulesPreview> {
    return await this.previews.make(publication, { rules: keptRules(rules, await this.#places()), days });
  }

  @Get('apply')
  @Serves({
    group: 'Rules',
    access: 'publication',
    summary: 'Say how judging the history by the rules of now stands',
    answer: judgingStatus,
  })
  applying(@ThePublication() { id }: Publication): JudgingStatus {
    return this.rebuilding.statusFor(id);
  }

  @Post('apply')
  @Serves({
    group: 'Rules',
    access: 'publication',
    summary: 'Begin to judge all opens and clicks from before by the rules of now',
    description: 'Then the figures are made anew. New ones are counted meanwhile. Ask again for the progress.',
    answer: judgingStatus,
    status: 202,
    refusals: ['conflict'],
  })
  apply(@ThePublication() { id }: Publication): JudgingStatus {
    return this.rebuilding.begin({ publication: id });
  }

  async #places(): Promise<Places> {
    return new Places(await this.deps.catalog.installationSecret(PLACES_SECRET));
  }
}

function ownRulesView({ version, rules, judgedBy }: OwnRules): OwnRulesView {
  return {
    version,
    rules: rules.map(({ publicId, name, when: { range, ...when }, verdict, createdAt }) => ({
      id: publicId,
      name,
      when: { ...when, ...(range === undefined ? {} : { range: range.text }) },
      verdict,
      createdAt: createdAt.toISOString(),
    })),
    isApplied: isJudgedBy(judgedBy, version),
  };
}
