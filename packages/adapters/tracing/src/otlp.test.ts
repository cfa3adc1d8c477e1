import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { openOtlpTracing } from './otlp.ts';

let server: Server | null = null;
afterEach(() => server?.close());

/** A collector that keeps what it is sent. */
async function collector(status: number) {
  const received: { path: string | undefined; body: string }[] = [];
  server = createServer((request, response) => {
    void answer();
    async function answer(): Promise<void> {
      received.push({ path: request.url, body: await text(request) });
      response.writeHead(status, { connection: 'close' }).end('{}');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1/traces`, received };
}

it('sends what is recorded at the latest when it closes', async () => {
  const { url, received } = await collector(200);
  const tracing = openOtlpTracing({ url, share: 1 });
  const span = tracing.start('intake', null, { 'herkomst.shipment_id': 'S-1' });
  span.end();
  await tracing.close();
  expect(received.length).toBe(1);
  expect(received[0]?.path).toBe('/v1/traces');
  expect(received[0]?.body).toContain(span.traceparent?.split('-')[1]);
  expect(received[0]?.body).toContain('S-1');
});

it('closes when the collector refuses', async () => {
  const { url, received } = await collector(400);
  const tracing = openOtlpTracing({ url, share: 1 });
  tracing.start('intake', null, {}).end();
  await tracing.close();
  expect(received.length).toBe(1);
});
