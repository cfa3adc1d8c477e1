/**
 * A browser of the machine's own, and pages that are watched: what goes to the console, what is
 * called outside, what fails, and what WCAG 2.2 AA would not let pass.
 */
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** Null where none is installed. */
export const chromiumPath = findChromium();

/** 'required' makes a missing browser a failure rather than something to be skipped. */
export const isBrowserRequired = process.env['HERKOMST_TEST_BROWSER'] === 'required';

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Whatever should not have happened so far, in sentences; empty when all is well. */
  readonly faults: () => readonly string[];
  /** Refusals to expect: 'POST /v1/x 422'. Others are faults. */
  readonly allow: (refusal: string) => void;
}

/** A fresh browser profile on a page that is watched. */
export async function openPage(
  browser: Browser,
  url: string,
  how: {
    readonly language: 'en' | 'nl';
    readonly theme?: 'light' | 'dark';
    readonly width?: number;
    /** Other origins that it may call. */
    readonly alsoAt?: readonly string[];
  },
): Promise<Watched> {
  const context = await browser.newContext({
    locale: how.language === 'nl' ? 'nl-NL' : 'en-GB',
    colorScheme: how.theme ?? 'light',
    viewport: { width: how.width ?? 1440, height: 900 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  const faults: string[] = [];
  const allowed = new Set<string>();
  page.on('pageerror', (error) => faults.push(`an error in the page: ${error.message}`));
  page.on('console', (message) => {
    // That a call was refused is judged by its answer, below.
    if (message.text().startsWith('Failed to load resource')) return;
    if (message.type() === 'error' || message.type() === 'warning') {
      faults.push(`on the console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    const target = new URL(request.url());
    const inside = [url, ...(how.alsoAt ?? [])].includes(target.origin);
    if (target.protocol !== 'blob:' && target.protocol !== 'data:' && !inside) {
      faults.push(`a call outside: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const said = `${response.request().method()} ${pathname} ${response.status()}`;
    if (response.status() >= 400 && !allowed.has(said)) faults.push(`refused: ${said}`);
  });
  return {
    context,
    page,
    faults: () => faults,
    allow: (refusal) => allowed.add(refusal),
  };
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the page as it stands breaks, in sentences; empty when nothing. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)} })`,
  )) as AxeResults;
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ html }) => html).join(' and ')}`,
  );
}

/** As a person drops files: the browser gives no other way from outside. */
export async function dropFile(
  page: Page,
  file: { readonly name: string; readonly content: string },
): Promise<void> {
  const transfer = await page.evaluateHandle(({ name, content }) => {
    const data = new DataTransfer();
    data.items.add(new File([content], name));
    return data;
  }, file);
  for (const type of ['dragover', 'drop']) {
    await page.dispatchEvent('main', type, { dataTransfer: transfer });
  }
}
