/**
 * The service's log: JSON lines of pino, the shipment's id on each line that is about one. To a file
 * by default, so that alerts on the terminal stay readable; '-' is for containers, where whoever
 * runs them gathers stderr.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import pino, { type Logger as PinoLogger } from 'pino';
import type { Config } from './config.ts';

export function createLogger({
  logFile,
  logLevel,
}: Pick<Config, 'logFile' | 'logLevel'>): PinoLogger {
  if (logFile !== '-') mkdirSync(dirname(logFile), { recursive: true });
  const destination = pino.destination({ dest: logFile === '-' ? 2 : logFile, sync: true });
  return pino(
    { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
}
