import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CsvBody } from './csv-body.ts';
import { Refusal } from './problem.ts';

/** Replaces body and query by what their schemas make of them. @throws {Refusal} naming every field that is wrong. */
export function validateRequest(request: FastifyRequest): void {
  const { body, csv, query } = request.routeOptions.config.endpoint ?? {};
  if (query !== undefined) request.query = parsed(query, request.query, 'query');
  if (csv === true && request.body instanceof CsvBody) return;
  if (body !== undefined) request.body = parsed(body, request.body, 'body');
}

/** @throws {Refusal} naming every field that is wrong. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  what: 'query' | 'body',
): z.output<Schema> {
  if (what === 'body' && input === undefined) {
    throw new Refusal('invalid_request', 'This needs a body: a JSON object, with content-type: application/json.');
  }
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues
    .slice(0, 50)
    .map(({ path, message }) => ({ path: path.join('.') || what, message }));
  throw new Refusal(
    'invalid_request',
    errors
      .map(({ path, message }) => `${path}: ${message}`)
      .join(' ')
      .slice(0, 1000),
    {
      errors,
    },
  );
}

/** What leaves is what the contract says and no more. Throws a ZodError, which nobody expects, where it is less. */
export function conform(request: FastifyRequest, payload: unknown): unknown {
  const { answer } = request.routeOptions.config.endpoint ?? {};
  return answer === undefined ? payload : answer.parse(payload);
}
