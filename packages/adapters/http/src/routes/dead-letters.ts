/** What was refused, newest first; one with the bytes it came as; and handing it in again. */
import type { KeptDeadLetter, ReplayOutcome } from '@herkomst/runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { callerOf, type StoreOf } from '../guard.ts';
import { readPageRequest, writePage } from '../page.ts';
import { fromEngine, notFound } from '../problem.ts';

/** Hands a tenant's letter in again. */
export type Replay = (tenant: string, letter: KeptDeadLetter) => Promise<ReplayOutcome>;

export function addDeadLetterRoutes(app: FastifyInstance, storeOf: StoreOf, replay?: Replay): void {
  const find = async (
    request: FastifyRequest<{ Params: { id: string } }>,
  ): Promise<KeptDeadLetter> => {
    const letter = await fromEngine(storeOf(request).deadLetter(request.params.id));
    if (letter === null) throw notFound('No dead letter has this id.');
    return letter;
  };

  app.route<{ Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: '/v1/dead-letters',
    config: { action: 'read' },
    handler: async (request) => {
      const page = await fromEngine(storeOf(request).deadLetters(readPageRequest(request.query)));
      return writePage(page, ({ original, ...letter }) => ({ ...letter, bytes: original.length }));
    },
  });

  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/v1/dead-letters/:id',
    config: { action: 'read' },
    handler: async (request) => {
      const letter = await find(request);
      const { original, ...rest } = letter;
      return { ...rest, bytes: original.length, original: writeOriginal(original) };
    },
  });

  if (replay === undefined) return;
  app.route<{ Params: { id: string } }>({
    method: 'POST',
    url: '/v1/dead-letters/:id/replay',
    config: { action: 'replay-dead-letters' },
    handler: async (request) => fromEngine(replay(callerOf(request).tenant, await find(request))),
  });
}

/** As text where it is text. */
function writeOriginal(original: Uint8Array) {
  return isUtf8(original)
    ? { encoding: 'utf-8', content: new TextDecoder('utf-8', { ignoreBOM: true }).decode(original) }
    : { encoding: 'base64', content: Buffer.from(original).toString('base64') };
}
