/** Where the built console lies, for whoever serves it: `npm start` builds it when it changed. */
import { fileURLToPath } from 'node:url';

export const consoleDirectory = fileURLToPath(new URL('dist', import.meta.url));
