/** A process for the test of open.ts to kill: writes rows and says each number once committed. */
import { openPglite } from './open.ts';

const directory = process.argv[2];
if (directory === undefined) throw new Error('usage: writing.testing.ts DIRECTORY');
const database = await openPglite(directory);
await database.query('create table if not exists written (number int primary key, text text)');
const [row] = await database.query<{ next: number }>(
  'select coalesce(max(number) + 1, 0)::int as next from written',
);
for (let number = row?.next ?? 0; ; number += 1) {
  await database.transaction(async (session) => {
    await session.query('insert into written values ($1::text::int, $2)', [
      String(number),
      'x'.repeat(5_000),
    ]);
  });
  process.stdout.write(`${number}\n`);
}
