/**
 * A letter in Slack's Block Kit. What senders declared stands in plain text objects only, where
 * nothing is taken for mark-up, a link or a mention.
 * @see https://docs.slack.dev/reference/block-kit/blocks
 */
import type { Letter, Page, Section } from '../letter/letter.ts';
import { cut } from './cut.ts';

const mostBlocks = 50;
const mostOfHeader = 150;
const mostOfText = 3000;
const mostOfField = 2000;
const mostFields = 10;
/** In a digest each alert gets a block or two; the whole is in the console. */
const mostPages = 20;

type Block = Readonly<Record<string, unknown>>;

export function slackMessage({ subject, intro, pages, footer }: Letter): object {
  const [only] = pages;
  const body = pages.length === 1 && only !== undefined ? wholePage(only) : digest(pages);
  const blocks: Block[] = [
    { type: 'header', text: plain(subject, mostOfHeader) },
    ...(intro === null ? [] : [section(intro)]),
    ...body,
  ];
  const context = { type: 'context', elements: [plain(footer, mostOfField)] };
  // The text is what notifications show.
  return { text: escape(subject), blocks: [...blocks.slice(0, mostBlocks - 1), context] };
}

function wholePage({ conclusion, facts, sections, link }: Page): Block[] {
  const fields = facts
    .slice(0, mostFields)
    .map(({ label, value }) => plain(`${label}: ${value}`, mostOfField));
  return [
    ...(conclusion === '' ? [] : [section(conclusion)]),
    ...(fields.length === 0 ? [] : [{ type: 'section', fields }]),
    ...sections.map((each) => section(writeSection(each))),
    ...(link === null ? [] : [button(link)]),
  ];
}

function digest(pages: readonly Page[]): Block[] {
  const shown = pages.slice(0, mostPages);
  const rest = pages.length - shown.length;
  return [
    ...shown.flatMap(({ label, title, conclusion, link }) => [
      section(`${label}: ${title}\n${conclusion}`),
      ...(link === null ? [] : [button(link)]),
    ]),
    ...(rest > 0 ? [section(`+ ${rest}`)] : []),
  ];
}

function writeSection({ title, items }: Section): string {
  return [title, ...items.map(({ text }) => `• ${text}`)].join('\n');
}

function section(text: string): Block {
  return { type: 'section', text: plain(text, mostOfText) };
}

function button({ text, url }: NonNullable<Page['link']>): Block {
  return {
    type: 'actions',
    elements: [{ type: 'button', text: plain(text, 75), url: cut(url, mostOfText) }],
  };
}

function plain(text: string, most: number): Block {
  return { type: 'plain_text', text: cut(text, most), emoji: false };
}

/** Outside of blocks text is mark-up. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
