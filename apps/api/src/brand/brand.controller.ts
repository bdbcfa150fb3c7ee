import { createHash } from 'node:crypto';
import { Body, Controller, Delete, Get, Inject, Put, Res, StreamableFile } from '@nestjs/common';
import { type BrandView, brandView, updateBrandRequest } from '@readout/api-contract';
import type { BrandOf, Publication } from '@readout/catalog';
import { pictureOf } from '@readout/reports';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { USUAL_COLOUR } from './brand-for.ts';
import { checkedColour, checkedLogo } from './checked.ts';

@Controller('api/v1/publications/:publication/brand')
export class BrandController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Reports',
    access: 'publication',
    summary: "Read how a publication's reports look",
    answer: brandView,
  })
  async read(@ThePublication() { id }: Publication): Promise<BrandView> {
    return viewOf(await this.deps.catalog.brand(id));
  }

  @Get('logo')
  @Serves({
    group: 'Reports',
    access: 'publication',
    summary: "Read the logo of a publication's reports",
    mediaType: 'image/*',
    refusals: ['not_found'],
  })
  async logo(
    @ThePublication() { id }: Publication,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { logo } = await this.deps.catalog.brand(id);
    const picture = logo === null ? null : pictureOf(logo);
    if (logo === null || picture === null) throw new Refusal('not_found', 'This publication has no logo.');
    reply.header('cache-control', 'private, no-cache');
    return new StreamableFile(logo, { type: picture.type, length: logo.length });
  }

  @Put()
  @Serves({
    group: 'Reports',
    access: 'publication',
    summary: "Choose the colour and the logo of a publication's reports",
    description:
      'What is left out stays as it is, null takes it away. The colour has a contrast of at least 4.5 to 1 with white. The logo is a PNG or a JPEG, by its bytes, of 512 KB and 4,000 pixels a side at most.',
    body: updateBrandRequest,
    answer: brandView,
    refusals: ['unprocessable'],
  })
  async set(
    @ThePublication() publication: Publication,
    @Body() { colour, logo }: z.output<typeof updateBrandRequest>,
  ): Promise<BrandView> {
    const change = withoutAbsent({
      colour: typeof colour === 'string' ? checkedColour(colour) : colour,
      logo: typeof logo === 'string' ? await checkedLogo(this.deps, publication, logo) : logo,
    });
    const set = await this.deps.catalog.setBrand(publication.id, change);
    this.deps.logger.info(
      { publication: publication.publicId, changed: Object.keys(change) },
      'how reports look was changed',
    );
    return viewOf(set);
  }

  @Delete()
  @Serves({
    group: 'Reports',
    access: 'publication',
    summary: 'Let reports look as usual again, without a logo',
    status: 204,
  })
  async remove(@ThePublication() { id, publicId }: Publication): Promise<void> {
    if (await this.deps.catalog.removeBrand(id)) {
      this.deps.logger.info({ publication: publicId }, 'reports look as usual again');
    }
  }
}

function viewOf({ colour, logo }: BrandOf): BrandView {
  const picture = logo === null ? null : pictureOf(logo);
  return {
    colour: colour ?? USUAL_COLOUR,
    isChosen: colour !== null,
    logo:
      logo === null || picture === null
        ? null
        : { ...picture, bytes: logo.length, version: createHash('sha256').update(logo).digest('hex').slice(0, 12) },
  };
}
