/** The console in a browser, one walk after the other: they share the machine and the built console. */
import { beforeAll, describe, expect, it } from 'vitest';
import { describeAnalystsDay } from './analysts-day.ts';
import { chromiumPath, isBrowserRequired } from './browser.ts';
import { buildConsole } from './built.ts';
import { describeOrganisation } from './organisation.ts';

if (chromiumPath === null) {
  console.log(
    'The console is NOT tested: this machine has no Chromium. Install it, or name one in HERKOMST_TEST_CHROMIUM.',
  );
}

it.runIf(isBrowserRequired)('has a browser to test with', () => {
  expect(chromiumPath).not.toBeNull();
});

describe.skipIf(chromiumPath === null)('in a browser', () => {
  beforeAll(buildConsole, 300_000);
  describeAnalystsDay();
  describeOrganisation();
});
