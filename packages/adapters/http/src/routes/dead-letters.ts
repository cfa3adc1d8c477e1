/** What was refused, newest first, and one with the bytes it came as. */
import type { DeadLetter, Store } from '@herkomst/runtime';
import type { FastifyInstance } from 'fastify';
import { isUtf8 } from 'node:buffer';
import { readPageRequest, writePage } from '../page.ts';
import { fromEngine, notFound } from '../problem.ts';

export function addDeadLetterRoutes(app: FastifyInstance, store: Store): void {
  app.route<{ Querystring: Record<string, unknown> }>({
    method: 'GET',
    url: '/v1/dead-letters',
    handler: async (request) => {
      const page = await fromEngine(store.deadLetters(readPageRequest(request.query)));
      return writePage(page, ({ original, ...letter }) => ({ ...letter, bytes: original.length }));
    },
  });

  app.route<{ Params: { id: string } }>({
    method: 'GET',
    url: '/v1/dead-letters/:id',
    handler: async (request) => {
      const letter = await find(store, request.params.id);
      if (letter === null) throw notFound('No dead letter has this id.');
      const { original, ...rest } = letter;
      return { ...rest, bytes: original.length, original: writeOriginal(original) };
    },
  });
}

/** How many letters a search reads at a time. */
const pageSize = 100;

/** The store has no look-up of one letter, so its pages are searched, from the newest. */
async function find(store: Store, id: string): Promise<DeadLetter | null> {
  for (let after: string | null | undefined; after !== null;) {
    const request = after === undefined ? { limit: pageSize } : { limit: pageSize, after };
    const page = await fromEngine(store.deadLetters(request));
    const letter = page.rows.find(({ deadLetterId }) => deadLetterId === id);
    if (letter !== undefined) return letter;
    after = page.next;
  }
  return null;
}

/** As text where it is text. */
function writeOriginal(original: Uint8Array) {
  return isUtf8(original)
    ? { encoding: 'utf-8', content: new TextDecoder('utf-8', { ignoreBOM: true }).decode(original) }
    : { encoding: 'base64', content: Buffer.from(original).toString('base64') };
}
