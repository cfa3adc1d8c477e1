/** What was refused, newest first; one with the bytes it came as; and handing it in again. */
import type { KeptDeadLetter, ReplayOutcome, Store } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { readPageRequest, writePage } from '../page.ts';
import { fromEngine, notFound } from '../problem.ts';

/** Hands a letter in again. */
export type Replay = (letter: KeptDeadLetter) => Promise<ReplayOutcome>;

export function addDeadLetterRoutes(app: FastifyInstance, store: Store, replay?: Replay): void {
  const find = async (id: string): Promise<KeptDeadLetter> => {
    const letter = await fromEngine(store.deadLetter(id));
    if (letter === null) throw notFound('No dead letter has this id.');
    return letter;
  };

  app.route<{ Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: '/v1/dead-letters',
    config: { action: 'read' },
    handler: async (request) => {
      const page = await fromEngine(store.deadLetters(readPageRequest(request.query)));
      return writePage(page, ({ original, ...letter }) => ({ ...letter, bytes: original.length }));
    },
  });

  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/v1/dead-letters/:id',
    config: { action: 'read' },
    handler: async (request) => {
      const letter = await find(request.params.id);
      const { original, ...rest } = letter;
      return { ...rest, bytes: original.length, original: writeOriginal(original) };
    },
  });

  if (replay === undefined) return;
  app.route<{ Params: { id: string } }>({
    method: 'POST',
    url: '/v1/dead-letters/:id/replay',
    config: { action: 'replay-dead-letters' },
    handler: async (request) => fromEngine(replay(await find(request.params.id))),
  });
}

/** As text where it is text. */
function writeOriginal(original: Uint8Array) {
  return isUtf8(original)
    ? { encoding: 'utf-8', content: new TextDecoder('utf-8', { ignoreBOM: true }).decode(original) }
    : { encoding: 'base64', content: Buffer.from(original).toString('base64') };
}
