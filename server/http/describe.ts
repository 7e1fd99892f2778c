import type { StandardSchemaV1 } from '@standard-schema/spec';
import { resolver } from 'hono-openapi';

const STATUS = { 200: 'Done', 201: 'Stored for the first time', 204: 'Done' } as const;

/** The `responses` of a route for the OpenAPI document: its answer, and problem details for everything else. */
export function answers(status: keyof typeof STATUS, schema?: StandardSchemaV1) {
  return {
    responses: {
      [status]: {
        description: STATUS[status],
        ...(schema && { content: { 'application/json': { schema: resolver(schema) } } }),
      },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}
