/** Signing in with the organisation's own provider, from the button to the queue. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translate, type WordKey } from '../../services/console/src/words/dictionary.ts';
import { startService, type RunningService } from '../support/service.ts';
import { accessibilityFaults, launchBrowser, openPage } from './browser.ts';
import { clientId, startProvider, type TestProvider } from './provider.ts';

export function describeOrganisation(): void {
  describe('an organisation with its own provider', () => {
    const directory = mkdtempSync(join(tmpdir(), 'herkomst-console-test-'));
    let provider: TestProvider;
    let service: RunningService;
    let browser: Browser;

    beforeAll(async () => {
      provider = await startProvider();
      [service, browser] = await Promise.all([
        startService({
          HERKOMST_DATA_DIR: directory,
          HERKOMST_OIDC_ISSUER: provider.url,
          HERKOMST_OIDC_CLIENT_ID: clientId,
          HERKOMST_OIDC_KEYS_URL: provider.keysUrl,
        }),
        launchBrowser(),
      ]);
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await service?.stop();
      await provider?.close();
      rmSync(directory, { recursive: true, force: true });
    });

    it('lets its people in, and back to the page they wanted', { timeout: 300_000 }, async () => {
      const t = (key: WordKey): string => translate('en', key);
      const { page, context, faults } = await openPage(browser, service.url, {
        language: 'en',
        alsoAt: [provider.url],
      });
      await page.goto(`${service.url}/console/lists`);
      const button = page.getByRole('button', { name: t('sign.oidc') });
      await button.waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await button.click();
      await page.getByRole('heading', { level: 1, name: t('lists.title') }).waitFor();
      expect(page.url()).toBe(`${service.url}/console/lists`);
      await page.getByText('Ann O’Neill').waitFor();
      // An analyst makes no keys.
      expect(await page.getByRole('link', { name: t('nav.keys') }).count()).toBe(0);
      expect(faults()).toEqual([]);

      // An answer to a question nobody asked lets nobody in.
      await page.getByRole('button', { name: t('app.signOut') }).click();
      await page.goto(`${service.url}/console/?code=code-1&state=made-up`);
      await button.waitFor();
      expect(await page.getByRole('heading', { name: t('queue.title') }).count()).toBe(0);
      await context.close();
    });
  });
}
