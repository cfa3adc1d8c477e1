/** For every suite: a slow machine that does other work besides is no failure. */
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 120_000 } });
