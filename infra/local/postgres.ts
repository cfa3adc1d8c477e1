/**
 * A private PostgreSQL. It refuses to run as root: where root runs this, it runs as the user its
 * package made, who owns the data.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { LocalEngine, Place } from './engine.ts';
import type { Command } from './processes.ts';
import { run } from './run.ts';

const database = 'herkomst';
const role = 'herkomst';
const debianRoot = '/usr/lib/postgresql';

const data = (place: Place) => join(place.directory, 'data');

const url = ({ ports, password }: Place, name = database) =>
  `postgres://${role}:${password}@127.0.0.1:${ports[0]}/${name}`;

export const postgres: LocalEngine = {
  title: 'PostgreSQL',
  portCount: 1,
  needs: [{ packageName: 'postgresql', isThere: () => programs() !== null }],
  // "Fast": ends transactions and connections, then writes all down.
  endSignal: 'SIGINT',
  chooseDirectory(wanted) {
    const user = otherUser();
    const directory = user === undefined || canReach(wanted, user) ? wanted : elsewhere(wanted);
    mkdirSync(directory, { recursive: true });
    if (user !== undefined) chownSync(directory, user.uid, user.gid);
    return directory;
  },
  async prepare(place, say) {
    if (existsSync(join(data(place), 'PG_VERSION'))) return;
    say('making its database');
    // What an interrupted attempt left behind.
    rmSync(data(place), { recursive: true, force: true });
    const passwordFile = join(place.directory, 'password');
    writeFileSync(passwordFile, place.password, { mode: 0o600 });
    const user = otherUser();
    if (user !== undefined) chownSync(passwordFile, user.uid, user.gid);
    try {
      await run(
        join(programs() ?? '', 'initdb'),
        [
          '--pgdata',
          data(place),
          '--username',
          role,
          '--pwfile',
          passwordFile,
          '--auth',
          'scram-sha-256',
          '--encoding',
          'UTF8',
          '--locale',
          'C',
        ],
        { ...user, cwd: place.directory },
      );
    } finally {
      rmSync(passwordFile);
    }
  },
  command(place): Command {
    const user = otherUser();
    return {
      program: join(programs() ?? '', 'postgres'),
      parameters: [
        '-D',
        data(place),
        '-p',
        String(place.ports[0]),
        '-c',
        'listen_addresses=127.0.0.1',
        // No socket in a folder that others share.
        '-c',
        'unix_socket_directories=',
      ],
      ...(user === undefined ? {} : { user }),
    };
  },
  probe: (place) => withClient(url(place, 'postgres'), async () => {}),
  furnish: (place) =>
    withClient(url(place, 'postgres'), async (client) => {
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
        database,
      ]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    }),
  environment: (place) => ({ HERKOMST_POSTGRES_URL: url(place) }),
};

async function withClient(
  connectionString: string,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client({ connectionString });
  // A connection that breaks rejects what waits for it; beyond that there is nobody to tell.
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The folder of the server's programs: Debian keeps them off the path, by version. */
function programs(): string | null {
  const versions = existsSync(debianRoot)
    ? readdirSync(debianRoot).sort((one, other) => Number(other) - Number(one))
    : [];
  const found = versions
    .map((version) => join(debianRoot, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
  if (found !== undefined) return found;
  const { status, stdout } = spawnSync(
    'sh',
    ['-c', 'dirname "$(readlink -f "$(command -v initdb)")"'],
    {
      encoding: 'utf8',
    },
  );
  const folder = stdout.trim();
  return status === 0 && existsSync(join(folder, 'initdb')) ? folder : null;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

function otherUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
  const user = { uid: id('-u'), gid: id('-g') };
  if (Number.isNaN(user.uid)) throw new Error('there is no user "postgres" to run PostgreSQL as');
  return user;
}

function canReach(directory: string, user: User): boolean {
  mkdirSync(directory, { recursive: true });
  return spawnSync('test', ['-x', directory], { ...user, cwd: '/' }).status === 0;
}

/** A clone in root's home is closed to others; its data then lie here. */
function elsewhere(wanted: string): string {
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  return join(tmpdir(), `herkomst-postgres-${mark}`);
}
