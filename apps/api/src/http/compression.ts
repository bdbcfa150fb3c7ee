import { constants } from 'node:zlib';
import type { FastifyCompressOptions } from '@fastify/compress';

/**
 * Answers are written anew for every request, so quickly rather than as small as can be; the dashboard's files were
 * compressed when it was built. Below a kilobyte a packet is a packet. A live stream must not wait for a full block.
 */
export const COMPRESSION: FastifyCompressOptions = {
  globalDecompression: false,
  encodings: ['br', 'gzip'],
  threshold: 1024,
  customTypes: /^application\/(?:problem\+)?json|^text\/(?:html|plain)/,
  brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
};
