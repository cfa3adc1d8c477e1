/**
 * `herkomst network import|infer|trace|status`: who supplies whom, brought in from files and from
 * past shipments, and what stands upstream of a firm.
 */
import { importNetwork } from '@herkomst/adapter-network';
import {
  inferLinks,
  markOrigins,
  writePath,
  type Rulebook,
  type Shipment,
  type SupplyNetwork,
} from '@herkomst/core';
import { systemClock } from '@herkomst/runtime';
import { withApi } from '../api-client.ts';
import { readArguments } from '../arguments.ts';
import { readConfig, type Config } from '../config.ts';
import { writeOut } from '../print/output.ts';
import { printable } from '../print/style.ts';
import { loadRulebook } from '../screening/load-rulebook.ts';
import { openSupplyNetwork, saveSupplyNetwork } from '../screening/network.ts';
import { askToReload } from '../service-address.ts';
import { storedShipments } from '../stored-shipments.ts';
import { UsageError } from '../usage.ts';

interface Opened {
  readonly config: Config;
  readonly rulebook: Rulebook;
  readonly network: SupplyNetwork;
}

export async function networkCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    replace: { type: 'boolean' },
    source: { type: 'string' },
    url: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    country: { type: 'string' },
    hs: { type: 'string', multiple: true },
  });
  const [action, ...rest] = positionals;
  switch (action) {
    case 'import': {
      if (rest.length === 0) throw new UsageError('network import takes at least one file');
      const { source, url, replace } = values;
      if ((source === undefined) !== (url === undefined)) {
        throw new UsageError('--source and --url go together: who says so, and where');
      }
      const named =
        source === undefined || url === undefined ? {} : { source: { name: source, url } };
      return importFiles(await open(), rest, { replace: replace === true, ...named });
    }
    case 'infer':
      return infer(await open(), { from: values.from, to: values.to });
    case 'trace': {
      const [name] = rest;
      if (name === undefined || rest.length > 1)
        throw new UsageError('network trace takes one name');
      return trace(await open(), name, values.country, values.hs ?? []);
    }
    case 'status': {
      const { network } = await open();
      const { version, asOf } = network.reference;
      const { size } = network.companies;
      await writeOut(
        process.stdout,
        `${size} companies, ${network.origins().size} where taint begins; version ${version}, as of ${asOf}\n`,
      );
      return 0;
    }
    case undefined:
      throw new UsageError('network takes import, infer, trace or status');
    default:
      throw new UsageError(`network knows import, infer, trace and status, not "${action}"`);
  }
}

async function open(): Promise<Opened> {
  const config = readConfig();
  const rulebook = await loadRulebook({ ...config, networkFile: null });
  const today = systemClock.now().slice(0, 10);
  return {
    config,
    rulebook,
    network: await openSupplyNetwork(config.networkFile, rulebook, today),
  };
}

/** Exit 2 when some lines could not be used; they are named on stderr and the rest is in. */
async function importFiles(
  opened: Opened,
  files: readonly string[],
  options: { readonly replace: boolean; readonly source?: { name: string; url: string } },
): Promise<number> {
  const { network, rulebook } = opened;
  let faults = 0;
  for (const file of files) {
    const report = await importNetwork(file, network, {
      ...options,
      onFault: ({ line, path, message }) => {
        const where = `${file}, line ${line}${path === '' ? '' : `, ${path}`}`;
        process.stderr.write(`${where}: ${printable(message)}\n`);
      },
    });
    const { unknownEntityIds } = markOrigins(network, rulebook, report.companies);
    for (const id of unknownEntityIds) {
      process.stderr.write(`${file}: no list holds the entry "${printable(id)}"\n`);
    }
    faults += report.faults;
    const { added, known, removed } = report;
    await writeOut(
      process.stdout,
      `${file}: ${added} links added, ${known} known, ${removed} removed\n`,
    );
  }
  await save(opened);
  return faults === 0 ? 0 : 2;
}

async function infer(
  opened: Opened,
  period: { readonly from: string | undefined; readonly to: string | undefined },
): Promise<number> {
  const { config, network, rulebook } = opened;
  const shipments: Shipment[] = [];
  await withApi(config, async (api) => {
    for await (const shipment of storedShipments(api, period)) shipments.push(shipment);
  });
  const links = inferLinks(shipments);
  const [first] = links;
  // What was inferred before is in the shipments still, or is no longer to be relied on.
  const removed = first === undefined ? 0 : network.removeSource(first.source.name);
  const touched = new Set<number>();
  network.load(() => {
    for (const link of links) {
      touched.add(network.addCompany(link.from)).add(network.addCompany(link.to));
      network.add(link);
    }
  });
  markOrigins(network, rulebook, touched);
  await save(opened);
  await writeOut(
    process.stdout,
    `${shipments.length} shipments tell of ${links.length} links; ${removed} inferred before are replaced\n`,
  );
  return 0;
}

async function trace(
  { network }: Opened,
  name: string,
  country: string | undefined,
  hs: readonly string[],
): Promise<number> {
  const date = systemClock.now().slice(0, 10);
  const query = { names: [name], hs, date, ...(country === undefined ? {} : { country }) };
  const paths = network.trace(query);
  const lines = paths.map(
    (path) => `${path.strength.toFixed(2)}  ${printable(writePath(path, name))}`,
  );
  const none = `Nothing is known upstream of "${printable(name)}" for these goods.`;
  await writeOut(process.stdout, `${lines.length === 0 ? none : lines.join('\n')}\n`);
  return 0;
}

async function save({ config, network, rulebook }: Opened): Promise<void> {
  await saveSupplyNetwork(config.networkFile, network, rulebook);
  if (await askToReload(config)) process.stderr.write('The running service reads it now.\n');
}
