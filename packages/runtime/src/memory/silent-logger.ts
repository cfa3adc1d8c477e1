/** A logger for tests: says nothing, remembers what it was told. */
import type { Logger } from '../ports/logger.ts';

export interface LoggedLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

export interface SilentLogger extends Logger {
  readonly lines: readonly LoggedLine[];
}

export function createSilentLogger(): SilentLogger {
  const lines: LoggedLine[] = [];
  const at = (level: LoggedLine['level']) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
