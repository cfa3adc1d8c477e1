/**
 * The names a list entry stands for, among them those it writes into one line.
 *
 * Lists print 'Wulin (or Wuling) Machinery', 'X Co., Ltd. (formerly known as Y Co., Ltd.)',
 * 'X; also known as Y' and 'X and its subsidiaries': each stands for more names than one, and what
 * it says of subsidiaries is a statement of the list, no part of the name.
 */
import type { ListedEntity } from '@herkomst/core';

const known =
  /[,;(]?\s*\(?\b(?:also known as|formerly known as|formerly|previously known as|a\.?k\.?a\.?|f\.?k\.?a\.?|d\/?b\/?a|doing business as|trading as|including(?: one| two)? alias(?:es)?)\b:?\s*/iu;
const alternative = /^(.*?)(\S+)\s*\(\s*or\s+([^()]+?)\s*\)(.*)$/iu;
const subsidiaries =
  /[,;]?\s*(?:\(?(?:and|including)?\s*(?:all\s+)?(?:of\s+)?its\s+(?:subsidiaries|subordinate(?:s| and affiliated entities| entities)?|affiliates)[^()]*\)?|and\s+(?:subsidiaries|affiliates|subordinates))\s*\.?$/iu;
const bracketed = /^([^()]{6,}?)\s*\(([^()]{6,})\)\s*$/u;

/** What every form of a line with more than one name holds. */
const telling =
  /[(;]|\b(?:known|formerly|a\.?k\.?a|f\.?k\.?a|d\/?b\/?a|as|alias|subsidiaries|subordinates?|affiliates|including)\b/iu;

/** Two words at least, or Hanzi: a bracket that can be a name rather than a town. */
const isNameLike = (text: string): boolean =>
  /\p{Script=Han}{4,}/u.test(text) || text.trim().split(/\s+/u).length >= 3;

/** Splits one printed name into the names it stands for, the whole of it first where it is one. */
export const namesWithin = (printed: string): string[] => {
  if (!telling.test(printed)) return [printed];
  const text = printed.replace(subsidiaries, '').trim();
  const clauses = text
    .split(known)
    .map((part) => part.replace(/[\s,;)]+$/u, (end) => keepBracket(end)));
  const out: string[] = [];
  for (const clause of clauses) {
    const plain = balanced(clause.trim());
    if (plain === '') continue;
    const either = alternative.exec(plain);
    if (either !== null) {
      const [, before = '', one = '', other = '', after = ''] = either;
      out.push(`${before}${one}${after}`.trim(), `${before}${other}${after}`.trim());
      continue;
    }
    const translated = bracketed.exec(plain);
    if (translated !== null && isNameLike(translated[2] ?? '')) {
      out.push((translated[1] ?? '').trim(), (translated[2] ?? '').trim());
    }
    out.push(plain);
  }
  return out.length === 0 ? [printed] : out;
};

const keepBracket = (end: string): string => (end.includes(')') ? ')' : '');

/** Drops a closing bracket that nothing opened. */
const balanced = (text: string): string => {
  const opened = text.split('(').length;
  const closed = text.split(')').length;
  return closed > opened && text.endsWith(')') ? text.slice(0, -1).trimEnd() : text;
};

/** Every name of an entity, each once, the first as published first. */
export const readListedNames = (entity: ListedEntity): string[] => {
  const names = new Set<string>();
  for (const name of [entity.name, ...entity.aliases.map((alias) => alias.name)]) {
    for (const part of namesWithin(name)) names.add(part);
  }
  return [...names];
};
