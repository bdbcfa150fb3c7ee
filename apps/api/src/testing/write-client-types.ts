import { writeFileSync } from 'node:fs';
import { openApiDocument } from '../openapi/document.ts';
import { startApi } from './api-in-test.ts';
import { CLIENT_TYPES_FILE, clientTypes } from './client-types.ts';

const api = await startApi();
writeFileSync(CLIENT_TYPES_FILE, await clientTypes(openApiDocument(api.routes, 'http://127.0.0.1:4400')));
await api.close();
process.exit(0);
