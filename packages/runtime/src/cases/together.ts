/**
 * Does together what must not be done at once: while one batch is under way, what comes waits and
 * goes with the next. A transaction for ten costs little more than one for one.
 */

export interface Together<Item> {
  /** Resolves when the item is done; rejects when it, alone, can not be. */
  add(item: Item): Promise<void>;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** `work` does all of its items or, when it rejects, none. */
export function doTogether<Item>(
  work: (items: readonly Item[]) => Promise<void>,
  most: number,
): Together<Item> {
  const waiting: Waiting<Item>[] = [];
  let busy = false;

  async function goOn(): Promise<void> {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) await doBatch(waiting.splice(0, most));
    busy = false;
  }

  async function doBatch(batch: readonly Waiting<Item>[]): Promise<void> {
    try {
      await work(batch.map(({ item }) => item));
      for (const { done } of batch) done();
    } catch (error) {
      const [first, ...others] = batch;
      // One that can not be done must not keep the others from being done.
      if (others.length > 0) for (const each of batch) await doBatch([each]);
      else first?.failed(error);
    }
  }

  return {
    add: (item) =>
      new Promise((done, failed) => {
        waiting.push({ item, done, failed });
        void goOn();
      }),
  };
}
