/**
 * `herkomst start`: the whole pipeline in this process. Takes shipments over HTTP and from a folder,
 * screens them, prints and delivers alerts, until it is told to stop.
 */
import { watchDropFolder } from '@herkomst/adapter-files';
import { createHttpServer } from '@herkomst/adapter-http';
import { systemClock } from '@herkomst/runtime';
import { assess } from '@herkomst/core';
import { readArguments } from '../arguments.ts';
import { readConfig, type Config } from '../config.ts';
import { openEmbeddedEngines } from '../engines/embedded.ts';
import { createLogger } from '../logger.ts';
import { startPipeline } from '../pipeline.ts';
import { styleFor } from '../print/style.ts';
import { createReceivers } from '../receivers.ts';
import { feedSample } from '../sample.ts';
import { loadRulebook } from '../screening/load-rulebook.ts';
import { untilAskedToStop } from '../signals.ts';
import { UsageError } from '../usage.ts';

export async function start(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { 'no-sample': { type: 'boolean' } });
  if (positionals.length > 0) throw new UsageError('start takes no file; use screen for that');
  const config = readConfig();
  const stopAsked = untilAskedToStop();
  const began = Date.now();
  say('Opening the store and reading the lists...');
  const [engines, rulebook] = await Promise.all([
    openEmbeddedEngines(config.dataDir),
    loadRulebook(config),
  ]);
  const logger = createLogger(config);
  const pipeline = await startPipeline({
    engines,
    config,
    logger,
    rulebook: () => rulebook,
    receivers: createReceivers(config),
  });
  const server = await createHttpServer({
    intake: pipeline.intake,
    store: engines.store,
    logger,
    host: config.host,
    port: config.port,
    token: config.token,
    assess: (shipment) => assess(shipment, rulebook),
    status: async () => ({
      ...(await pipeline.waiting()),
      rulebook: { id: rulebook.definition.id, version: rulebook.definition.version },
      lists: rulebook.lists,
      stored: await engines.store.counts(),
    }),
  });
  const folder = await watchDropFolder({
    directory: config.dropDir,
    intake: pipeline.intake,
    clock: systemClock,
    logger,
  });
  say(`Ready in ${seconds(began)} s. ${welcome(config, server.url)}`);
  if (values['no-sample'] !== true) await showSample();
  say('Waiting for shipments; Ctrl-C stops.');

  const signal = await stopAsked;
  say(`\n${signal}: finishing what is in hand...`);
  await Promise.all([server.close(), folder.stop()]);
  await pipeline.stop();
  await engines.close();
  say('Stopped; nothing taken in is lost.');
  return 0;

  /** Feeds the sample once: fed again it would change nothing, for every event is known already. */
  async function showSample(): Promise<void> {
    const held = await engines.store.counts();
    if (held.events > 0) {
      say(
        `The store holds ${held.events} events and ${held.standingAlerts} standing alerts, so the sample is not fed again. ` +
          `Delete ${config.dataDir} for a fresh start.`,
      );
      return;
    }
    say('Feeding the sample: imports into the Netherlands and the United States.\n');
    const fed = Date.now();
    const accepted = await feedSample(pipeline.intake);
    await pipeline.idle();
    const { assessments, byVerdict, alerts, standingAlerts } = await engines.store.counts();
    const verdicts = Object.entries(byVerdict)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([verdict, count]) => `${count} ${verdict}`);
    say(
      `\n${accepted} events taken in, ${assessments} declarations assessed in ${seconds(fed)} s: ${verdicts.join(', ')}; ` +
        `${alerts} alerts raised, ${standingAlerts} of them standing.`,
    );
  }
}

function welcome({ dropDir, logFile }: Config, url: string): string {
  const style = styleFor(process.stdout);
  return [
    'Shipments are taken',
    `  over HTTP     ${style('bold', `POST ${url}/v1/shipments`)}`,
    `  from files    ${style('bold', dropDir)} (NDJSON, JSON, CSV)`,
    `Log: ${logFile === '-' ? 'stderr' : logFile}`,
  ].join('\n');
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(1);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
