import swagger from '@fastify/swagger';
import fp from 'fastify-plugin';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

type Description = ReturnType<typeof jsonSchemaTransformObject>;

/** Each named schema comes once as input and once as output; only those that a route mentions are kept. */
function withoutUnused(description: Description): Description {
  const schemas: Record<string, unknown> = ('components' in description && description.components?.schemas) || {};
  const isUsed = (name: string): boolean => JSON.stringify(description).includes(`"#/components/schemas/${name}"`);
  for (let unused = ['']; unused.length > 0; ) {
    unused = Object.keys(schemas).filter((name) => !isUsed(name));
    for (const name of unused) delete schemas[name];
  }
  return description;
}

/** The API's description, made from the routes' own schemas. Register it before the routes. */
export const openapi = fp(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Dongbo CRM console',
          version: '1',
          description: 'Orders, stores, notifications and events. Money is a decimal string, times are ISO 8601, what is not known is null.',
        },
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: 'dongbo.session_token', description: 'POST /api/auth/sign-in/email sets it.' },
            apiKey: { type: 'http', scheme: 'bearer' },
          },
        },
        security: [{ session: [] }, { apiKey: [] }],
      },
      transform: jsonSchemaTransform,
      transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document)),
    });
  },
  { name: 'openapi' },
);
