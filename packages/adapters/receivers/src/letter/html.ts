/**
 * A letter as HTML for e-mail: tables and styles on each element, as that is what mail programs
 * show; nothing is fetched from anywhere.
 */
import type { Letter, Page, Section, Tone } from './letter.ts';

const colours: Readonly<Record<Tone, string>> = {
  critical: '#8f1d14',
  high: '#b3400a',
  medium: '#7a5b00',
  low: '#3c5a78',
  withdrawn: '#1f6b3a',
  plain: '#4a4a4a',
};

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const grey = '#5b5b5b';

export function letterAsHtml({
  language,
  subject,
  intro,
  overview,
  pages,
  footer,
}: Letter): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light">',
    `<title>${escape(subject)}</title></head>`,
    `<body style="margin:0;padding:0;background:#f2f1ee">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f1ee"><tr><td align="center" style="padding:24px 12px">`,
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:680px;text-align:left;${font};color:#1c1c1c;font-size:15px;line-height:1.5">`,
    ...(intro === null
      ? []
      : [`<tr><td style="padding:0 4px 16px;font-size:16px">${escape(intro)}</td></tr>`]),
    ...(overview === null
      ? []
      : [`<tr><td style="padding:0 4px 20px">${sectionAsHtml(overview)}</td></tr>`]),
    ...pages.map(pageAsHtml),
    `<tr><td style="padding:8px 4px;color:${grey};font-size:13px">${escape(footer)}</td></tr>`,
    '</table></td></tr></table></body></html>',
  ].join('\n');
}

function pageAsHtml({ tone, label, title, conclusion, facts, sections, link }: Page): string {
  const colour = colours[tone];
  const rows = facts
    .map(
      (fact) =>
        `<tr><th scope="row" style="padding:3px 16px 3px 0;color:${grey};font-weight:normal;text-align:left;vertical-align:top;white-space:nowrap">${escape(fact.label)}</th>` +
        `<td style="padding:3px 0;vertical-align:top;overflow-wrap:anywhere">${escape(fact.value)}</td></tr>`,
    )
    .join('');
  return [
    `<tr><td style="padding:0 0 20px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#ffffff;border:1px solid #dcd9d2;border-top:5px solid ${colour}">`,
    `<tr><td style="padding:20px 24px">`,
    `<div style="color:${colour};font-size:13px;font-weight:bold;letter-spacing:0.04em;text-transform:uppercase">${escape(label)}</div>`,
    `<h1 style="margin:4px 0 10px;font-size:20px;line-height:1.3">${escape(title)}</h1>`,
    conclusion === '' ? '' : `<p style="margin:0 0 14px;font-size:16px">${escape(conclusion)}</p>`,
    rows === ''
      ? ''
      : `<table cellpadding="0" cellspacing="0" style="font-size:14px">${rows}</table>`,
    ...sections.map(sectionAsHtml),
    link === null
      ? ''
      : `<p style="margin:20px 0 0"><a href="${escape(link.url)}" style="display:inline-block;padding:9px 16px;background:#1f3a5f;color:#ffffff;text-decoration:none">${escape(link.text)}</a></p>`,
    '</td></tr></table></td></tr>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function sectionAsHtml({ title, items }: Section): string {
  const list = items
    .map(
      ({ text, detail }) =>
        `<li style="margin:0 0 8px">${escape(text)}${
          detail === null
            ? ''
            : `<div style="color:${grey};font-size:13px;overflow-wrap:anywhere">${escape(detail)}</div>`
        }</li>`,
    )
    .join('');
  return (
    `<h2 style="margin:20px 0 8px;font-size:15px">${escape(title)}</h2>` +
    `<ul style="margin:0;padding:0 0 0 20px">${list}</ul>`
  );
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
