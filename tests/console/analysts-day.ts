/**
 * The analyst's day, walked in a browser against the embedded service: from a dropped file to a
 * bundle that verifies, in both languages.
 */
import { verifyBundle } from '@herkomst/adapter-evidence';
import { sha256 } from '@herkomst/runtime';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  translate,
  type Language,
  type Values,
  type WordKey,
} from '../../services/console/src/words/dictionary.ts';
import { menu } from '../../services/console/src/keyboard/goto.ts';
import { startService, type RunningService } from '../support/service.ts';
import { accessibilityFaults, dropFile, launchBrowser, openPage } from './browser.ts';
import { declaredFile } from './declared.ts';

export function describeAnalystsDay(): void {
  describe('the console', { timeout: 300_000 }, () => {
    const directory = mkdtempSync(join(tmpdir(), 'herkomst-console-test-'));
    let service: RunningService;
    let browser: Browser;

    beforeAll(async () => {
      [service, browser] = await Promise.all([
        startService({ HERKOMST_DATA_DIR: directory }),
        launchBrowser(),
      ]);
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await service?.stop();
      rmSync(directory, { recursive: true, force: true });
    });

    const makeKey = async (name: string, roles: readonly string[]): Promise<string> => {
      const answer = await fetch(`${service.url}/v1/keys`, {
        method: 'POST',
        headers: { authorization: service.authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ name, kind: 'person', roles }),
      });
      expect(answer.status).toBe(201);
      return ((await answer.json()) as { readonly token: string }).token;
    };

    describe.each<Language>(['en', 'nl'])('in %s', (language) => {
      const t = (key: WordKey, values?: Values): string => translate(language, key, values);
      const declared = declaredFile(language);
      const { tag } = declared;

      it('goes from a dropped file to a bundle that verifies', async () => {
        const [annsKey, bobsKey] = [
          await makeKey(`Ann ${language}`, ['analyst']),
          await makeKey(`Bob ${language}`, ['lead']),
        ];
        const { page, context, faults, allow } = await openPage(browser, service.url, { language });
        const click = (name: string, exact = true): Promise<void> =>
          page.getByRole('button', { name, exact }).click();
        const heading = (name: string | RegExp) => page.getByRole('heading', { name });
        const isFaultless = async (where: string): Promise<void> => {
          expect(await accessibilityFaults(page), where).toEqual([]);
          expect(faults(), where).toEqual([]);
        };

        // A wrong key is told so; the right one leads to the queue.
        await page.goto(`${service.url}/console/`);
        await heading(t('sign.title')).waitFor();
        await isFaultless('signing in');
        allow('GET /v1/me 401');
        await signIn(page, t, `${annsKey}x`);
        await page.getByText(t('sign.wrong')).waitFor();
        await signIn(page, t, annsKey);
        await heading(t('queue.title')).waitFor();
        await page.getByText(t('queue.live'), { exact: true }).waitFor();
        await isFaultless('the queue');

        // A file dropped on the queue is screened as one watches.
        await dropFile(page, declared);
        await heading(declared.name).waitFor();
        const card = page.getByRole('region', { name: declared.name });
        await card.getByText(t('screen.state.done'), { exact: true }).waitFor();
        await card.getByRole('table', { name: t('screen.refused.title') }).waitFor();
        expect(await card.getByRole('rowheader').allTextContents()).toEqual([
          expect.stringMatching(/\b4$/),
        ]);
        await isFaultless('the screened file');

        // The alert says why.
        await card.getByRole('link', { name: `${tag}-1` }).click();
        await heading(t('alert.shipment', { id: `${tag}-1` })).waitFor();
        await heading(t('reasons.title')).waitFor();
        await page
          .getByRole('table', { name: t('match.title') })
          .first()
          .waitFor();
        const reasons = page.getByRole('region', { name: t('reasons.title') });
        expect(await reasons.innerText()).toContain(declared.entry);
        await page.getByRole('img', { name: t('map.label') }).waitFor();
        await page.getByRole('img', { name: t('chain.label') }).waitFor();
        await isFaultless('the alert');

        // Its case is taken up, remarked on, given a document, and a decision is proposed.
        await page.getByRole('link', { name: t('alert.case') }).click();
        await heading(t('case.alerts')).waitFor();
        await click(t('case.assignToMe'));
        await page.getByText(`ann ${language}`, { exact: true }).waitFor();
        const remark = page.getByRole('region', { name: t('case.comment'), exact: true });
        await remark.getByRole('textbox').fill(`Called the importer, ${tag}.`);
        await click(t('case.comment.add'));
        await page.getByText(`Called the importer, ${tag}.`, { exact: true }).waitFor();
        await click(t('case.documents.attachOther'));
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(t('case.documents.file')).setInputFiles({
          name: 'invoice.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF'),
        });
        await isFaultless('attaching');
        await dialog.getByRole('button', { name: t('case.documents.attach'), exact: true }).click();
        await page.getByText(sha256('%PDF')).first().waitFor();
        await page.getByLabel(t('decision.end-relationship')).check();
        await page.getByText(t('case.decide.fourEyes')).waitFor();
        await page.getByLabel(t('case.decide.reason')).fill(`The maker is on the list, ${tag}.`);
        await click(t('case.decide.submit'));
        await page.getByText(t('case.proposal.mine')).waitFor();
        expect(await page.getByRole('button', { name: t('case.approve') }).count()).toBe(0);
        await isFaultless('the proposal');
        const casePage = page.url();

        // A second person approves it.
        await click(t('app.signOut'));
        await heading(t('sign.title')).waitFor();
        await signIn(page, t, bobsKey);
        await page.getByText(t('case.proposal')).waitFor();
        expect(page.url()).toBe(casePage);
        await click(t('case.approve'));
        const decided = t('case.decided', { decision: t('decision.end-relationship') });
        await heading(decided).waitFor();
        await page.getByText(t('case.decisions.second', { name: `Bob ${language}` })).waitFor();
        await isFaultless('the decision');

        // What is handed out holds up without us.
        const json = await fetchFile(page, () => click(t('case.export.json')));
        const bundle = readFileSync(await json.path(), 'utf8');
        const verdict = verifyBundle(bundle, { sha256 });
        expect(verdict).toMatchObject({ kind: 'intact' });
        expect(bundle).toContain(`The maker is on the list, ${tag}.`);
        const pdf = await fetchFile(page, () => click(t('case.export.pdf')));
        expect(
          readFileSync(await pdf.path())
            .subarray(0, 5)
            .toString(),
        ).toBe('%PDF-');

        // The log is whole, after all that.
        await page.getByRole('link', { name: t('nav.audit'), exact: true }).click();
        await click(t('audit.verify'));
        await page.getByText(t('audit.whole')).waitFor();

        // The key is in no page.
        expect(await page.content()).not.toContain(bobsKey);
        expect(faults()).toEqual([]);
        await context.close();
      });

      it('shows each page without a fault, by keys alone', async () => {
        const { page, context, faults } = await openPage(browser, service.url, {
          language,
          theme: language === 'nl' ? 'dark' : 'light',
        });
        await page.goto(`${service.url}/console/`);
        await signIn(page, t, service.authorization.replace('Bearer ', ''));
        await page.getByRole('heading', { name: t('queue.title') }).waitFor();
        for (const { to, label, letter } of menu.flatMap(({ pages }) => pages)) {
          await page.keyboard.press('g');
          await page.keyboard.press(letter);
          await page.waitForURL(`${service.url}/console${to}`);
          await page.getByRole('heading', { level: 1, name: t(label) }).waitFor();
          await page
            .getByRole('status')
            .filter({ hasText: t('app.loading') })
            .first()
            .waitFor({ state: 'detached' });
          expect(await accessibilityFaults(page), to).toEqual([]);
          expect(faults(), to).toEqual([]);
        }
        await page.keyboard.press('?');
        await page.getByRole('dialog', { name: t('app.shortcuts') }).waitFor();
        expect(await accessibilityFaults(page), 'help').toEqual([]);
        await page.keyboard.press('Escape');
        // j and k walk the queue, enter opens.
        await page.keyboard.press('g');
        await page.keyboard.press('a');
        await page.locator('main .open').first().waitFor();
        await page.keyboard.press('j');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: t('reasons.title') }).waitFor();
        await context.close();
      });
    });

    it('lets a viewer look and nothing more, on a narrow screen too', async () => {
      const key = await makeKey('Vera', ['viewer']);
      const { page, context, faults } = await openPage(browser, service.url, {
        language: 'en',
        width: 390,
      });
      const t = (word: WordKey): string => translate('en', word);
      await page.goto(`${service.url}/console/`);
      await signIn(page, t, key);
      await page.getByRole('heading', { name: t('queue.title') }).waitFor();
      await page.getByRole('button', { name: t('app.menu') }).click();
      expect(await page.getByRole('link', { name: t('nav.keys') }).count()).toBe(0);
      expect(await page.getByRole('link', { name: t('nav.screen') }).count()).toBe(0);
      await page.getByRole('link', { name: t('nav.queue') }).click();
      await page.getByLabel(t('queue.show')).selectOption({ label: t('queue.show.done') });
      await page.locator('main .open').first().click();
      await page.getByRole('heading', { name: t('case.alerts') }).waitFor();
      for (const forbidden of ['case.reopen', 'case.assignToMe', 'case.export.pdf'] as const) {
        expect(await page.getByRole('button', { name: t(forbidden) }).count(), forbidden).toBe(0);
      }
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(faults()).toEqual([]);
      await context.close();
    });
  });
}

async function signIn(page: Page, t: (key: WordKey) => string, key: string): Promise<void> {
  await page.getByLabel(t('sign.key'), { exact: true }).fill(key);
  await page.getByRole('button', { name: t('sign.in'), exact: true }).click();
}

async function fetchFile(page: Page, ask: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), ask()]);
  return download;
}
