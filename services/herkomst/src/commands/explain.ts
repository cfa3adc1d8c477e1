/**
 * `herkomst explain ID`: the page on a stored assessment, by the alert's id or the shipment's. The
 * counterfactual is worked out under the present rulebook, and only given where that finds the same.
 */
import { explainStored, writeExplanation, type Assessment, type Shipment } from '@herkomst/core';
import type { ShipmentKey } from '@herkomst/runtime';
import { ApiError, withApi, type Api } from '../api-client.ts';
import { readArguments } from '../arguments.ts';
import { readConfig } from '../config.ts';
import { writeOut } from '../print/output.ts';
import { loadRulebook } from '../screening/load-rulebook.ts';
import { UsageError } from '../usage.ts';

interface Version extends ShipmentKey {
  readonly version: number;
  readonly current: boolean;
  readonly assessment: Assessment;
  readonly shipment: Shipment;
}

/** Exit 0, or 1 when nothing is stored under the id. */
export async function explainCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, {
    json: { type: 'boolean' },
    lists: { type: 'string' },
  });
  const [id] = positionals;
  if (id === undefined || positionals.length > 1) {
    throw new UsageError('explain takes the id of one alert or shipment');
  }
  const config = readConfig();
  const versions = await withApi(config, (api) => findVersions(api, id));
  if (versions.length === 0) {
    process.stderr.write(`herkomst: nothing is stored under "${id}"\n`);
    return 1;
  }
  const rulebook = await loadRulebook({ ...config, listsDir: values.lists ?? config.listsDir });
  for (const { assessment, shipment } of versions) {
    const page = explainStored(assessment, shipment, rulebook);
    const note =
      page.counterfactual !== null
        ? ''
        : '\nRulebook or lists have changed since; what would have to be otherwise is not worked out.\n';
    const text = values.json === true ? `${JSON.stringify(page)}\n` : writeExplanation(page) + note;
    await writeOut(process.stdout, text.endsWith('\n') ? text : `${text}\n`);
  }
  return 0;
}

/** The version an alert was raised on, or the one that stands under each key of a shipment id. */
async function findVersions(api: Api, id: string): Promise<readonly Version[]> {
  const alert = await orNull<ShipmentKey & { readonly version: number }>(
    api.call('GET', `/v1/alerts/${encodeURIComponent(id)}`),
  );
  if (alert !== null) {
    const versions = await versionsOf(api, alert);
    return versions.filter(({ version }) => version === alert.version);
  }
  const path = `/v1/shipments/${encodeURIComponent(id)}`;
  const { rows } = (await api.call('GET', path)) as { rows: ShipmentKey[] };
  const found = await Promise.all(rows.map((key) => versionsOf(api, key)));
  return found.flatMap((versions) => versions.find(({ current }) => current) ?? []);
}

/** Newest first. */
async function versionsOf(api: Api, key: ShipmentKey): Promise<readonly Version[]> {
  const { source, shipmentId, declarationKind } = key;
  const query = new URLSearchParams({ source, shipmentId, declarationKind });
  const answer = await api.call('GET', `/v1/assessments?${query.toString()}`);
  return (answer as { rows: Version[] }).rows;
}

async function orNull<Result>(call: Promise<unknown>): Promise<Result | null> {
  try {
    return (await call) as Result;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}
