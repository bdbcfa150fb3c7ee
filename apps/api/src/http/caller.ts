import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Publication } from '@readout/catalog';
import type { PublicationId } from '@readout/events';
import type { FastifyRequest } from 'fastify';

/** Who is asking, once that has been proved. */
export type Caller = (
  | { readonly kind: 'owner' }
  | { readonly kind: 'publication'; readonly publication: PublicationId }
) & {
  /** How that was proved: by signing in, by the key that the operator set, or by an API key (what it is called). */
  readonly by: 'session' | 'operator_key' | { readonly key: string };
};

/** What the gate found out about a request. */
export interface Admission {
  readonly caller: Caller | null;
  /** The publication named in the path, which the caller may see. */
  readonly publication: Publication | null;
}

const admissions = new WeakMap<FastifyRequest, Admission>();

export function noteAdmission(request: FastifyRequest, admission: Admission): void {
  admissions.set(request, admission);
}

function admissionOf(context: ExecutionContext): Admission | undefined {
  return admissions.get(context.switchToHttp().getRequest<FastifyRequest>());
}

/** The publication that the path names. Only in routes with `:publication` in their path. */
export const ThePublication = createParamDecorator((_: unknown, context: ExecutionContext): Publication => {
  const publication = admissionOf(context)?.publication;
  if (publication === null || publication === undefined) throw new Error('this route names no publication');
  return publication;
});

/** Who is asking. Not in public routes. */
export const TheCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = admissionOf(context)?.caller;
  if (caller === null || caller === undefined) throw new Error('this route does not ask who is calling');
  return caller;
});
