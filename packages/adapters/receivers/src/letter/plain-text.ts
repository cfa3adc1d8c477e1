/** A letter as plain text. */
import type { Letter, Page, Section } from './letter.ts';

export function letterAsText({ intro, overview, pages, footer }: Letter): string {
  const parts = [
    ...(intro === null ? [] : [intro]),
    ...(overview === null ? [] : [writeSection(overview)]),
    ...pages.map(pageAsText),
    footer,
  ];
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

function pageAsText({ label, title, conclusion, facts, sections, link }: Page): string {
  const width = Math.max(0, ...facts.map((fact) => fact.label.length)) + 2;
  return [
    `${label.toUpperCase()}\n${title}`,
    conclusion,
    facts.map((fact) => `${`${fact.label}:`.padEnd(width)}${clean(fact.value)}`).join('\n'),
    ...sections.map(writeSection),
    link === null ? '' : `${link.text}: ${link.url}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function writeSection({ title, items }: Section): string {
  const lines = items.map(
    ({ text, detail }) => `- ${clean(text)}${detail === null ? '' : `\n  ${clean(detail)}`}`,
  );
  return [title.toUpperCase(), ...lines].join('\n');
}

/** A line break in a declared name must not look like a line of ours. */
function clean(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
