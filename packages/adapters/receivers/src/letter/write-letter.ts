/** Puts a notice into words: an alert, its withdrawal, a digest of both, a test. */
import { alertRaisedType, alertWithdrawnType, type AlertData } from '@herkomst/core';
import {
  digestType,
  testType,
  type DigestData,
  type Notice,
  type WithdrawalData,
} from '@herkomst/runtime';
import { alertPage, withdrawalPage } from './alert-page.ts';
import type { Letter, LetterStyle, Page } from './letter.ts';
import { sayIn } from './texts.ts';

/** Throws for a document that is not what its type says. */
export function writeLetter({ id, type, document }: Notice, style: LetterStyle): Letter {
  const { data } = JSON.parse(document) as { readonly data: unknown };
  const say = sayIn(style.language);
  const { language } = style;
  const footer = say('footer', { id });
  if (type === digestType) return { language, footer, ...digest(data as DigestData, style) };
  const page = pageOf(type, data, style);
  const intro = type === testType ? say('testIntro') : null;
  return {
    language,
    subject: oneLine(`${page.label}: ${page.title}`),
    intro,
    overview: null,
    pages: [page],
    footer,
  };
}

function digest(
  { notices, missing }: DigestData,
  style: LetterStyle,
): Pick<Letter, 'subject' | 'intro' | 'overview' | 'pages'> {
  const say = sayIn(style.language);
  const pages = notices.map((notice) => {
    const { type, data } = notice as { readonly type: string; readonly data: unknown };
    return pageOf(type, data, style);
  });
  const withdrawn = pages.filter(({ tone }) => tone === 'withdrawn').length;
  const intro = [
    say('digestIntro', {
      alerts: String(pages.length - withdrawn),
      withdrawn: String(withdrawn),
    }),
    ...(missing.length === 0 ? [] : [say('digestMissing', { count: String(missing.length) })]),
  ].join(' ');
  const count = String(pages.length);
  const subject = pages.length === 1 ? say('digestSubjectOne') : say('digestSubject', { count });
  const lines = pages.map(({ label, title }) => ({ text: `${label}: ${title}`, detail: null }));
  const overview = pages.length < 2 ? null : { title: say('overview'), items: lines };
  return { subject, intro, overview, pages };
}

function pageOf(type: string, data: unknown, style: LetterStyle): Page {
  const say = sayIn(style.language);
  switch (type) {
    case alertRaisedType:
      return alertPage(data as AlertData, style);
    case testType:
      return { ...alertPage(data as AlertData, style), label: say('testLabel'), link: null };
    case alertWithdrawnType:
      return withdrawalPage(data as WithdrawalData, style);
    default:
      return {
        tone: 'plain',
        label: say('otherLabel'),
        title: say('otherTitle', { type }),
        conclusion: '',
        facts: [],
        sections: [],
        link: null,
        alertId: null,
      };
  }
}

/** What senders declare may hold anything; a subject is one line of a length to be read. */
function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length <= 150 ? line : `${line.slice(0, 149).toWellFormed()}…`;
}
