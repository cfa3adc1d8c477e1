/**
 * A letter as an Adaptive Card for the incoming webhooks of Teams. What senders declared stands in
 * text runs, where nothing is taken for Markdown.
 * @see https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
import type { Letter, Page, Section, Tone } from '../letter/letter.ts';
import { cut } from './cut.ts';

/** Teams takes messages up to 28 KB. */
const mostBytes = 26_000;
const mostOfText = 1500;
const mostPages = 20;

const colours: Readonly<Record<Tone, string>> = {
  critical: 'Attention',
  high: 'Attention',
  medium: 'Warning',
  low: 'Accent',
  withdrawn: 'Good',
  plain: 'Default',
};

type Element = Readonly<Record<string, unknown>>;
interface Message {
  readonly type: 'message';
  readonly attachments: readonly object[];
}

export function teamsMessage({ subject, intro, pages, footer }: Letter): Message {
  const [only] = pages;
  const body =
    pages.length === 1 && only !== undefined
      ? wholePage(only)
      : pages.slice(0, mostPages).flatMap(briefly);
  const rest = pages.length - mostPages;
  const head = [
    run(subject, { size: 'Large', weight: 'Bolder' }),
    ...(intro === null ? [] : [run(intro)]),
  ];
  const end = [
    ...(rest > 0 ? [run(`+ ${rest}`)] : []),
    run(footer, { isSubtle: true, size: 'Small' }),
  ];
  const links = pages.length === 1 ? [only?.link ?? null] : [];
  const actions = links
    .filter((link) => link !== null)
    .map(({ text, url }) => ({ type: 'Action.OpenUrl', title: text, url }));
  return fitting(body, (some) => card([...head, ...some, ...end], actions));
}

/** Elements are left out from the end, until the message is not too large. */
function fitting(body: readonly Element[], write: (body: readonly Element[]) => Message): Message {
  for (let count = body.length; count > 0; count -= 1) {
    const message = write(count === body.length ? body : [...body.slice(0, count), run('…')]);
    if (Buffer.byteLength(JSON.stringify(message)) <= mostBytes) return message;
  }
  return write([]);
}

function card(body: readonly Element[], actions: readonly object[]): Message {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body,
          ...(actions.length === 0 ? {} : { actions }),
        },
      },
    ],
  };
}

function wholePage({ tone, conclusion, facts, sections }: Page): Element[] {
  return [
    ...(conclusion === '' ? [] : [run(conclusion, { color: colours[tone], weight: 'Bolder' })]),
    ...facts.map(({ label, value }) => runs([`${label}: `, { isSubtle: true }], [value, {}])),
    ...sections.flatMap(writeSection),
  ];
}

function briefly({ tone, label, title, conclusion }: Page): Element[] {
  return [
    { ...run(`${label}: ${title}`, { color: colours[tone], weight: 'Bolder' }), separator: true },
    ...(conclusion === '' ? [] : [run(conclusion)]),
  ];
}

function writeSection({ title, items }: Section): Element[] {
  return [
    { ...run(title, { weight: 'Bolder' }), spacing: 'Medium' },
    ...items.map(({ text }) => run(`• ${text}`)),
  ];
}

function run(text: string, style: Element = {}): Element {
  return runs([text, style]);
}

function runs(...parts: readonly (readonly [text: string, style: Element])[]): Element {
  return {
    type: 'RichTextBlock',
    inlines: parts.map(([text, style]) => ({
      type: 'TextRun',
      text: cut(text, mostOfText),
      ...style,
    })),
  };
}
