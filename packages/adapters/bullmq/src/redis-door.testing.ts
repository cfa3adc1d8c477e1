/**
 * A door in front of Redis that a test can shut: what is behind it goes on, but who came through
 * it is cut off, as when a process dies or a network fails.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface RedisDoor {
  readonly port: number;
  /** Cuts all connections; lets no new one in until `open`. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

export async function openRedisDoor(url: string): Promise<RedisDoor> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((inside) => {
    if (!isOpen) {
      inside.destroy();
      return;
    }
    const outside = connect(Number(port || 6379), hostname);
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    shut() {
      isOpen = false;
      cut();
    },
    open() {
      isOpen = true;
    },
    close() {
      cut();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
