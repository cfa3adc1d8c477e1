/** A receiver that behaves as receivers do: mostly takes what it is told, at times fails or hangs. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Random } from '../../bench/matching/random.ts';

export interface WebhookReceiver {
  readonly url: string;
  /** When each notice was taken (answered with 204), by its webhook-id; since the epoch, in ms. */
  readonly taken: ReadonlyMap<string, readonly number[]>;
  /** Shipments that a notice was taken about. */
  readonly shipments: ReadonlySet<string>;
  /** Calls answered with an error, or left without an answer. */
  readonly refused: () => number;
  close(): Promise<void>;
}

const failureShare = 0.1;
const hangShare = 0.02;

export async function startWebhookReceiver(random: Random): Promise<WebhookReceiver> {
  const taken = new Map<string, number[]>();
  const shipments = new Set<string>();
  let refused = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('error', () => {});
    request.on('end', () => {
      const id = String(request.headers['webhook-id']);
      if (random.chance(hangShare)) {
        refused += 1;
        return;
      }
      if (random.chance(failureShare)) {
        refused += 1;
        response.writeHead(500).end();
        return;
      }
      taken.set(id, [...(taken.get(id) ?? []), Date.now()]);
      shipments.add(/LOAD-\d+/.exec(Buffer.concat(parts).toString())?.[0] ?? '');
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/alerts`,
    taken,
    shipments,
    refused: () => refused,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
