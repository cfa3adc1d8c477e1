/**
 * `herkomst start`: the pipeline, or the part of it that this process is to run. Takes shipments
 * over HTTP and from a folder, screens them, tells of alerts, until it is asked to stop.
 */
import { watchDropFolder } from '@herkomst/adapter-files';
import { createHttpServer } from '@herkomst/adapter-http';
import { consoleDirectory } from '@herkomst/console';
import { assess, type Rulebook } from '@herkomst/core';
import { loadCoordinates } from '@herkomst/reference';
import { replayDeadLetter, systemClock } from '@herkomst/runtime';
import { existsSync } from 'node:fs';
import { readArguments } from '../arguments.ts';
import { authenticateBy } from '../authentication.ts';
import { openCases } from '../cases.ts';
import { openDesks } from '../desks.ts';
import { readConfig, type Config } from '../config.ts';
import { openEngines } from '../engines/open.ts';
import { startFiling } from '../file-stored.ts';
import { adminKeyFile, makeFirstKey, openKeys } from '../keys.ts';
import { createLogger } from '../logger.ts';
import { createServiceMetrics } from '../metrics.ts';
import { startPipeline } from '../pipeline.ts';
import { styleFor } from '../print/style.ts';
import { openReceivers } from '../receivers/directory.ts';
import { deliveryRoutes } from '../receivers/routes.ts';
import { readDeadLetter } from '../replay.ts';
import { feedSample } from '../sample.ts';
import { openPublished } from '../screening/published.ts';
import { announceService } from '../service-address.ts';
import { untilAskedToStop } from '../signals.ts';
import { openTracing } from '../tracing.ts';
import { startUpkeep } from '../upkeep.ts';
import { UsageError } from '../usage.ts';

export async function start(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { 'no-sample': { type: 'boolean' } });
  if (positionals.length > 0) throw new UsageError('start takes no file; use screen for that');
  const config = readConfig();
  const stopAsked = untilAskedToStop();
  const began = Date.now();
  const embedded = config.engines.mode === 'embedded';
  say(
    embedded ? 'Opening the store and reading the lists...' : `Starting ${writeRoles(config)}...`,
  );
  const logger = createLogger(config);
  const [engines, coordinates] = await Promise.all([
    openEngines(config, logger),
    loadCoordinates(),
  ]);
  const history = engines.records.of(config.tenant);
  const rulebooks = await openPublished(config, history, { clock: systemClock, logger });
  const rulebook = (): Rulebook => rulebooks.inForce();
  const { stores, queue } = engines;
  const store = stores.of(config.tenant);
  const cases = openCases(engines, rulebook);
  // What rested on a list or rulebook of before comes back to the queue at once.
  rulebooks.onReloaded(() => cases.lapse());
  const others = [cases.receiver];
  const commodities = () => rulebook().commodities.byId;
  const receivers = openReceivers({ config, engines, commodities, logger, others });
  const metrics = createServiceMetrics(engines, rulebook, () => receivers.current());
  const tracing = await openTracing(config);
  const pipeline = await startPipeline({
    engines,
    config,
    logger,
    rulebook,
    receivers: receivers.current(),
    metrics,
    tracing,
  });
  receivers.onChanged((next) => pipeline.replaceReceivers(next));
  process.on('SIGHUP', () => void receivers.reload());
  const { intakes } = pipeline;
  const intake = intakes.of(config.tenant);
  const replayParts = {
    stores,
    intakes,
    queue,
    clock: systemClock,
    read: readDeadLetter,
    maxAttempts: config.deliveryAttempts,
    backoffMs: config.deliveryBackoffMs,
  };
  const desks = openDesks({ config, engines, intakes, rulebooks, logger });
  const keys = openKeys(engines, config);
  const firstKey = await makeFirstKey(config, keys);
  const consoleBuilt = existsSync(consoleDirectory);
  const server = await createHttpServer({
    intakes,
    stores,
    search: engines.search,
    knowledge: rulebook,
    ready: () => engines.ready(),
    logger,
    host: config.host,
    port: config.port,
    ...authenticateBy(keys, config, logger),
    perMinute: config.perMinute,
    keys,
    tenants: () => engines.cases.tenants(),
    deliveries: deliveryRoutes(receivers, engines, config),
    cases: cases.routes,
    audit: cases.routes,
    screening: { rulebook, coordinates, history, clock: systemClock, cases: engines.cases },
    rulebooks: desks.rulebooks,
    files: desks.files,
    ...(consoleBuilt
      ? { console: { directory: consoleDirectory, connectTo: originsOf(config) } }
      : {}),
    assess: (shipment) => assess(shipment, rulebook()),
    replay: (tenant, letter) => replayDeadLetter(letter, { ...replayParts, tenant }),
    metrics: () => metrics.scrape(),
    status: async (tenant) => ({
      ...(await pipeline.waiting()),
      ...describeRulebook(rulebook()),
      stored: await stores.of(tenant).counts(),
    }),
  });
  const folder = config.roles.has('intake')
    ? await watchDropFolder({ directory: config.dropDir, intake, clock: systemClock, logger })
    : null;
  const filing = startFiling(engines, logger);
  const forget = await announceService(config, server.url);
  say(`Ready in ${seconds(began)} s. ${welcome(config, server.url, consoleBuilt)}`);
  if (firstKey !== null) {
    say(
      `Your admin key, shown this once and kept in ${adminKeyFile(config)}:\n  ${firstKey.token}`,
    );
  }
  if (embedded && values['no-sample'] !== true) await showSample();
  say('Waiting for shipments; Ctrl-C stops.');

  const { retention } = config;
  const upkeep = startUpkeep({
    engines: {
      async upkeep(...given) {
        const done = await engines.upkeep(...given);
        // Suppressions expire with time, too.
        if (done !== null) await cases.lapse();
        return done;
      },
    },
    retention,
    clock: systemClock,
    logger,
    onDone: (done) => metrics.onUpkeep(done),
    onFailed: () => metrics.onUpkeepFailed(),
  });

  const signal = await stopAsked;
  say(`\n${signal}: finishing what is in hand...`);
  await Promise.all([server.close(), folder?.stop(), forget()]);
  await Promise.all([desks.stop(), rulebooks.stop(), filing.stop()]);
  await Promise.all([pipeline.stop(), upkeep.stop()]);
  // Where no dispatcher ran, a test may have opened some.
  await Promise.all(receivers.current().map((receiver) => receiver.close()));
  await tracing.close();
  await engines.close();
  say('Stopped; nothing taken in is lost.');
  return 0;

  /** Feeds the sample once: fed again it would change nothing, for every event is known already. */
  async function showSample(): Promise<void> {
    const held = await store.counts();
    if (held.events > 0) {
      say(
        `The store holds ${held.events} events and ${held.standingAlerts} standing alerts, so the sample is not fed again. ` +
          `Delete ${config.dataDir} for a fresh start.`,
      );
      return;
    }
    say('Feeding the sample: imports into the Netherlands and the United States.\n');
    const fed = Date.now();
    const accepted = await feedSample(intake);
    await pipeline.idle();
    const { assessments, byVerdict, alerts, standingAlerts } = await store.counts();
    const verdicts = Object.entries(byVerdict)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([verdict, count]) => `${count} ${verdict}`);
    say(
      `\n${accepted} events taken in, ${assessments} declarations assessed in ${seconds(fed)} s: ${verdicts.join(', ')}; ` +
        `${alerts} alerts raised, ${standingAlerts} of them standing.`,
    );
  }
}

function welcome(config: Config, url: string, consoleBuilt: boolean): string {
  const { dropDir, logFile, roles } = config;
  const style = styleFor(process.stdout);
  const log = `Log: ${logFile === '-' ? 'stderr' : logFile}`;
  const http = `over HTTP     ${style('bold', `POST ${url}/v1/shipments`)}`;
  if (!roles.has('intake')) return `Runs ${writeRoles(config)}; status at ${url}/v1/status\n${log}`;
  const files = `from files    ${style('bold', dropDir)} (NDJSON, JSON, CSV)`;
  const look = consoleBuilt
    ? `The console is at ${style('bold', `${url}/console/`)}`
    : 'The console is not built; "npm start" builds it.';
  return `${look}\nShipments are taken\n  ${http}\n  ${files}\n${log}`;
}

/** Where the console goes to sign people in. */
function originsOf({ oidc }: Config): string[] {
  return oidc === null ? [] : [new URL(oidc.issuer).origin];
}

function describeRulebook({ definition: { id, version }, lists }: Rulebook): object {
  return { rulebook: { id, version }, lists };
}

function writeRoles({ roles }: Config): string {
  return [...roles].join(', ');
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
