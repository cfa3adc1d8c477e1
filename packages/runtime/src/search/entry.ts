/** What of an assessment is kept for search: its row and its terms. Pure, and in the way of every event, so it does no more than it must. */
import { normalise, severities, type Assessment, type Shipment } from '@herkomst/core';
import type { SearchEntry } from '../ports/search-store.ts';
import type { StoredAssessment } from '../ports/store.ts';
import { subjectOf } from './subject.ts';
import { alertTerm, scoreStep, scoreTerm, termOf } from './terms.ts';
import { wordsToFile } from './words.ts';

export interface Assessed {
  readonly stored: StoredAssessment;
  readonly shipment: Shipment;
  readonly assessment: Assessment;
  readonly alertId: string | null;
}

export function searchEntryOf({ stored, shipment, assessment, alertId }: Assessed): SearchEntry {
  const subject = subjectOf(shipment, assessment);
  const { severity, score } = assessment;
  const { source, shipmentId, declarationKind, version } = stored;
  return {
    source,
    shipmentId,
    declarationKind,
    version,
    severity,
    alertId,
    arrivalAt: subject.arrivalAt,
    // Scores are below 1 or 1: a severity's alerts all stand above those of the one below.
    risk: severities.indexOf(severity) * 2 + score,
    subject: JSON.stringify(subject),
    terms: [
      ...termsOf(shipment, assessment),
      termOf('verdict', stored.verdict),
      termOf('severity', severity),
      scoreTerm(scoreStep(score)),
      termOf('day', stored.assessedAt.slice(0, 10)),
      termOf('source', source),
      termOf('commodity', subject.commodity.key),
      ...subject.regimes.map(({ regime }) => termOf('regime', regime)),
      ...(alertId === null ? [] : [alertTerm]),
    ],
  };
}

/** How the entry of a list is filed: findings cite it by its list and name. */
export function entryTerm(list: string, entry: string): string {
  return termOf('entry', `${list}|${normalise(entry)}`);
}

/** Short numbers stand in every address and tell nothing. */
const shortNumber = /^\d{1,3}$/;

/** Traders come again and again: the terms of texts met lately, by text. */
const mostKept = 20_000;
const keptTerms = {
  party: new Map<string, readonly string[]>(),
  place: new Map<string, readonly string[]>(),
};
const keptEntries = new Map<string, string>();

function citedTerm(list: string, entry: string): string {
  const cited = `${list}|${entry}`;
  const known = keptEntries.get(cited);
  if (known !== undefined) return known;
  const term = entryTerm(list, entry);
  if (keptEntries.size >= mostKept) keptEntries.clear();
  keptEntries.set(cited, term);
  return term;
}

function termsOfText(kind: 'party' | 'place', text: string): readonly string[] {
  const kept = keptTerms[kind];
  const known = kept.get(text);
  if (known !== undefined) return known;
  const words = wordsToFile(text);
  const told = kind === 'party' ? words : words.filter((word) => !shortNumber.test(word));
  const terms = told.map((word) => termOf(kind, word));
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, terms);
  return terms;
}

function termsOf(shipment: Shipment, { findings }: Assessment): Set<string> {
  const terms = new Set<string>();
  for (const { name, otherNames, address } of shipment.parties) {
    for (const text of [name, ...otherNames]) {
      for (const term of termsOfText('party', text)) terms.add(term);
    }
    if (address === undefined) continue;
    const { lines, city, region, postcode, country } = address;
    for (const text of [...lines, city, region, postcode, country]) {
      if (text === undefined) continue;
      for (const term of termsOfText('place', text)) terms.add(term);
    }
  }
  for (const { commodityCode, countryOfOrigin, regionOfOrigin } of shipment.items) {
    for (let end = 2; end <= commodityCode.length; end += 2) {
      terms.add(termOf('goods', commodityCode.slice(0, end)));
    }
    if (countryOfOrigin !== undefined) {
      terms.add(termOf('origin', countryOfOrigin));
      terms.add(termOf('place', countryOfOrigin.toLowerCase()));
    }
    if (regionOfOrigin !== undefined) {
      for (const term of termsOfText('place', regionOfOrigin)) terms.add(term);
    }
  }
  const { placeOfReceipt, portOfLoading, transhipmentPorts, portOfDischarge } = shipment.transport;
  for (const port of [placeOfReceipt, portOfLoading, ...transhipmentPorts, portOfDischarge]) {
    if (port !== undefined) terms.add(termOf('place', port.toLowerCase()));
  }
  for (const { factor, contribution, citation } of findings) {
    if (contribution === 0) continue;
    terms.add(termOf('finding', factor));
    if (citation !== null) terms.add(citedTerm(citation.list, citation.entry));
  }
  return terms;
}
