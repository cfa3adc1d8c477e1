import type { LocalEngine } from './engine.ts';
import { kafka } from './kafka.ts';
import { postgres } from './postgres.ts';
import { redis } from './redis.ts';
import type { EngineName } from './state.ts';

export const engines: Readonly<Record<EngineName, LocalEngine>> = { redis, postgres, kafka };
