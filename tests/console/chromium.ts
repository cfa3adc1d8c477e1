/** Where a Chromium is on this machine. */
import { existsSync } from 'node:fs';

const places = [
  process.env['HERKOMST_TEST_CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Null where none is installed. */
export function findChromium(): string | null {
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}
