/**
 * No caller gets more than a share: so many requests a minute, by the credential that was shown. What
 * asks for none (whether the server is there, the console's files) is not counted. Each process
 * counts on its own.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.ts';

/** For those whose credential says nothing of it: far above what a sender needs. */
export const defaultPerMinute = 60_000;

/** To be called before routes are added. Whoever calls is known by then, see guard.ts. */
export async function limitRates(app: FastifyInstance, perMinute: number): Promise<void> {
  await app.register(rateLimit, {
    timeWindow: 60_000,
    max: (request) => request.caller?.perMinute ?? perMinute,
    keyGenerator: (request) => request.caller?.credential ?? '',
    allowList: (request) => request.caller === null,
    errorResponseBuilder: (_request, { max, ttl }) =>
      new Problem(
        429,
        'too-many-requests',
        'Too many requests',
        `This caller may send ${max} requests a minute.`,
        { headers: { 'retry-after': String(Math.max(1, Math.ceil(ttl / 1000))) } },
      ),
  });
}
