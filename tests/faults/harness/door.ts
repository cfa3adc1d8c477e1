/** A door in front of a server, whose connections can be cut as a network cuts them. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Door {
  readonly port: number;
  /** Resets all connections at both ends; new ones are let in. Returns how many there were. */
  cut(): number;
  close(): Promise<void>;
}

export async function openDoor(to: number): Promise<Door> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer({ noDelay: true }, (inner) => {
    const outer = connect({ host: '127.0.0.1', port: to, noDelay: true });
    const pair = [inner, outer] as const;
    pairs.add(pair);
    const end = () => {
      if (!pairs.delete(pair)) return;
      inner.resetAndDestroy();
      outer.resetAndDestroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    inner.pipe(outer).pipe(inner);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

  function cut(): number {
    const cutNow = [...pairs];
    for (const [inner, outer] of cutNow) {
      inner.resetAndDestroy();
      outer.resetAndDestroy();
    }
    pairs.clear();
    return cutNow.length;
  }

  return {
    port: (server.address() as AddressInfo).port,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
