/** Builds the console into `dist`: self-contained, no outside calls, nothing inlined that a strict CSP refuses. */
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  plugins: [react()],
  build: {
    target: 'es2023',
    // A data: URL would need a hole in the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
  },
  server: {
    proxy: { '/v1': process.env['HERKOMST_URL'] ?? 'http://127.0.0.1:7410' },
  },
});
