import { z } from 'zod';

/** A moment as it is given: with its zone, so that it is one moment everywhere. */
export const moment = z.iso.datetime({
  offset: true,
  error: 'Not a time with its zone. Example: 2026-03-02T06:30:00+01:00.',
});
