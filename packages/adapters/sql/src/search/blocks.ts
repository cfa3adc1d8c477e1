/**
 * Numbers for documents, by blocks of 256. A block is filled by one transaction at a time, so that
 * transactions never wait for each other at a term they share; where transactions are small, several
 * fill one block after another, so that terms do not scatter.
 */
import type { SqlSession } from '../database.ts';

export const blockSize = 256;

export interface OpenBlock {
  readonly block: number;
  /** Numbers given out. */
  readonly used: number;
}

/** A stretch of one block. */
export interface Stretch extends OpenBlock {
  readonly count: number;
}

export class Blocks {
  readonly #open: OpenBlock[] = [];

  /** Room for so many documents. What is taken is nobody else's until it is given back. */
  async take(session: SqlSession, count: number): Promise<readonly Stretch[]> {
    const stretches: Stretch[] = [];
    for (let left = count; left > 0;) {
      const { block, used } = this.#open.pop() ?? (await openBlock(session));
      const taken = Math.min(left, blockSize - used);
      stretches.push({ block, used, count: taken });
      left -= taken;
    }
    return stretches;
  }

  /** After the transaction took effect; of one that did not, blocks are let go. */
  giveBack(stretches: readonly Stretch[]): void {
    for (const { block, used, count } of stretches) {
      if (used + count < blockSize) this.#open.push({ block, used: used + count });
    }
  }
}

async function openBlock(session: SqlSession): Promise<OpenBlock> {
  const [row] = await session.query<{ block: string }>(
    `select nextval('herkomst.search_blocks')::text as block`,
  );
  return { block: Number(row?.block), used: 0 };
}
