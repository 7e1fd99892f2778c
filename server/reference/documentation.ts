import type { GenerateSpecOptions } from 'hono-openapi';
import { PROBLEMS } from '../errors';

/** What the routes cannot say of themselves. */
export const documentation: GenerateSpecOptions['documentation'] = {
  openapi: '3.1.0',
  info: {
    title: 'Eitherway',
    version: '1',
    description: 'Finished sessions of a team: stored once a revision, read by their experts and leads.',
  },
  components: {
    securitySchemes: {
      browser: { type: 'apiKey', in: 'cookie', name: 'eitherway.session_token' },
      device: { type: 'http', scheme: 'bearer', description: 'A connected extension, by the device flow (RFC 8628).' },
    },
    responses: {
      Problem: {
        description: 'Something stands in the way; `code` says what.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    schemas: {
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          code: { type: 'string', enum: Object.keys(PROBLEMS) },
        },
      },
    },
  },
};
