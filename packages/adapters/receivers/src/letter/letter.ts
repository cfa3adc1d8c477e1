/**
 * A notice in readable words, whatever it is written on afterwards: an e-mail, a message in a chat.
 * All that stands in it is plain text; who writes it out escapes it.
 */
import type { Severity } from '@herkomst/core';

export const languages = ['en', 'nl'] as const;
export type Language = (typeof languages)[number];

export interface LetterStyle {
  readonly language: Language;
  /** IANA; times are written by its clock. */
  readonly timeZone: string;
  /** Where an alert is looked at, with '{alertId}' in it; null for nowhere. */
  readonly link: string | null;
}

export type Tone = Severity | 'withdrawn' | 'plain';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface SectionItem {
  readonly text: string;
  /** What it rests on, smaller. */
  readonly detail: string | null;
}

export interface Section {
  readonly title: string;
  readonly items: readonly SectionItem[];
}

/** One alert, or the end of one. */
export interface Page {
  readonly tone: Tone;
  /** 'HIGH ALERT', as on a label. */
  readonly label: string;
  readonly title: string;
  /** What to do, in a sentence. */
  readonly conclusion: string;
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly link: { readonly text: string; readonly url: string } | null;
  /** The alert that the page is about; null where it names none. */
  readonly alertId: string | null;
}

export interface Letter {
  readonly language: Language;
  /** One line. */
  readonly subject: string;
  /** Before the pages; null for none. */
  readonly intro: string | null;
  /** What the pages are about, a line each, where they are many; null otherwise. */
  readonly overview: Section | null;
  readonly pages: readonly Page[];
  readonly footer: string;
}
