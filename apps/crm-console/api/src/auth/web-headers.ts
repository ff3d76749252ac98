import type { FastifyRequest } from 'fastify';
import { CLIENT_ADDRESS_HEADER } from './console-auth.ts';

/** A request's headers as the Fetch standard has them, with the client's address as our own proxy settings find it. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  headers.set(CLIENT_ADDRESS_HEADER, request.ip);
  return headers;
}
