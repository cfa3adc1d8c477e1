/** Free ports on this machine alone. */
import { createServer, type AddressInfo } from 'node:net';

/** Those wanted, where nobody has them; any free ones in place of the others. */
export async function freePorts(count: number, wanted: readonly number[]): Promise<number[]> {
  const held = [];
  for (let index = 0; index < count; index += 1) {
    held.push((await hold(wanted[index] ?? 0)) ?? (await hold(0)));
  }
  return await Promise.all(held.map((one) => one!.letGo()));
}

async function hold(port: number): Promise<{ letGo(): Promise<number> } | null> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const taken = (server.address() as AddressInfo).port;
      resolve({
        letGo: () =>
          new Promise((done) => {
            server.close(() => done(taken));
          }),
      });
    });
  });
}
