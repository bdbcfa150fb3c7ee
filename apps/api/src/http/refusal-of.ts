import { HttpException } from '@nestjs/common';
import {
  CatalogUnavailableError,
  InvalidCursorError,
  NotInCatalogError,
  OfferConflictError,
  UnknownOfferError,
} from '@readout/catalog';
import { LogUnavailableError } from '@readout/event-log';
import { UnsafeDestinationError } from '@readout/instrumenter';
import { RenderersBusyError } from '@readout/reports';
import { SqlRefusedError, ViewsNotAllowedError, WarehouseUnavailableError } from '@readout/warehouse';
import { Refusal } from './problem.ts';

/** Fastify's own errors, by their code. */
const FASTIFY: Readonly<Record<string, (error: Error) => Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => new Refusal('body_too_large', 'The body is larger than this address takes.'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new Refusal('unsupported_media_type', 'Send the body as JSON, with the header content-type: application/json.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    new Refusal('malformed_request', 'The body is not as long as its content-length says.'),
  FST_ERR_BAD_URL: () => new Refusal('malformed_request', 'The address is not a valid one: check its percent signs.'),
  FST_ERR_MAX_PARAM_LENGTH: () => new Refusal('address_too_long', 'A part of the address is too long.'),
};

/** What to tell the caller about an error; null for one that nobody expected. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof InvalidCursorError) {
    return new Refusal(
      'invalid_cursor',
      'Give the cursor exactly as `next` of the page before it, or none for the first page.',
      {
        errors: [{ path: 'cursor', message: 'Not a cursor of this list.' }],
      },
    );
  }
  if (error instanceof UnsafeDestinationError) {
    return new Refusal('unsafe_destination', error.message, {
      errors: [{ path: 'editions', message: `Unsafe destination: ${shortened(error.destination)}` }],
    });
  }
  if (error instanceof OfferConflictError) return new Refusal('conflict', error.message);
  if (error instanceof UnknownOfferError) {
    return new Refusal('unprocessable', `${error.message} Give its id.`, {
      errors: [{ path: `arms.${error.arm}.offer`, message: error.message }],
    });
  }
  if (error instanceof LogUnavailableError) {
    return new Refusal('log_unavailable', 'Nothing was recorded. Check the disk space of the server and try again.', {
      headers: { 'retry-after': '5' },
    });
  }
  if (error instanceof NotInCatalogError) {
    return new Refusal('not_found', 'That is not there any more: it was removed meanwhile.');
  }
  if (error instanceof CatalogUnavailableError) {
    return new Refusal(
      'unavailable',
      'The catalog does not answer at the moment. Nothing was changed; try again soon.',
      {
        headers: { 'retry-after': '5' },
      },
    );
  }
  if (error instanceof WarehouseUnavailableError) {
    return new Refusal('unavailable', 'The figures cannot be read at the moment. Nothing is lost; try again soon.', {
      headers: { 'retry-after': '5' },
    });
  }
  if (error instanceof SqlRefusedError) {
    return new Refusal('unprocessable', error.message, { errors: [{ path: 'sql', message: error.message }] });
  }
  if (error instanceof ViewsNotAllowedError) return new Refusal('unavailable', error.message);
  if (error instanceof RenderersBusyError) {
    return new Refusal('unavailable', 'Many reports are being made at the moment. Try again in some seconds.', {
      headers: { 'retry-after': '10' },
    });
  }
  if (error instanceof HttpException && error.getStatus() === 404) {
    return new Refusal('not_found', 'There is nothing at this address.');
  }
  // Nest hands Fastify's own errors on wrapped in one of its own.
  if (error instanceof HttpException) return refusalOf(error.cause);
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return FASTIFY[error.code]?.(error) ?? null;
  }
  return null;
}

/** Enough to recognise it by, and harmless to print. */
function shortened(destination: string): string {
  return JSON.stringify(destination.length > 120 ? `${destination.slice(0, 120)}…` : destination);
}
