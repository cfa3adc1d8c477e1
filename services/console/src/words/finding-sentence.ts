/**
 * A finding in a sentence. English is the screener's own; Dutch is made of the finding's parts, for
 * the screener writes English only. Nothing is said that the parts do not hold.
 */
import type { Finding, Shipment } from '@herkomst/core';
import { translateFixed } from './fixed.ts';
import { writePath } from './paths.ts';
import type { Words } from './words.tsx';

export type TellableFinding = Pick<Finding, 'factor' | 'path' | 'matched' | 'summary'> & {
  readonly citation: Finding['citation'];
  readonly match?: Finding['match'];
};

export function writeFinding(
  finding: TellableFinding,
  words: Words,
  shipment: Pick<Shipment, 'parties' | 'items'> | null,
): string {
  if (words.language === 'en') return finding.summary;
  const { factor, matched, citation, match } = finding;
  const where = capital(writePath(finding.path, words, shipment));
  const quoted = `"${matched}"`;
  const list =
    citation === null
      ? ''
      : `de ${translateFixed('nl', citation.listTitle)}${citation.effectiveDate === null ? '' : ` (sinds ${words.date(citation.effectiveDate)})`}`;
  const entry = citation?.entry ?? '';
  switch (factor) {
    case 'entity.listed':
    case 'entity.vessel-listed': {
      const sure = match?.tier === 'candidate' ? 'is mogelijk' : 'is';
      return `${where}: ${quoted} ${sure} ${entry}, op ${list}.`;
    }
    case 'entity.shared-identity':
      return `${where}: ${quoted} hoort bij ${entry}, op ${list}.`;
    case 'place.xinjiang':
      return `${where}: ${quoted} wijst op Xinjiang.`;
    case 'labour.state-imposed':
      return `${where}: ${quoted} wijst op een plaats waar een staat arbeid oplegt.`;
    case 'origin.maker-country':
      return `${where}: ${quoted}, maar de fabrikant zit in een ander land.`;
    case 'origin.uscc-province':
    case 'origin.postcode-province':
    case 'origin.phone-province':
      return `${where}: ${quoted} hoort bij een andere provincie dan het adres.`;
    case 'origin.uscc-checksum':
      return `${where}: ${quoted} kan niet kloppen volgens het controlecijfer.`;
    case 'origin.mid-mismatch':
      return `${where}: de MID ${quoted} past niet bij het adres.`;
    case 'origin.loading-port':
      return `${where}: ${quoted} past niet bij de aangegeven oorsprong of fabrikant.`;
    case 'goods.misdescribed':
      return `${where}: ${quoted} past niet bij de goederencode.`;
    case 'goods.value-per-kg':
      return `${where}: ${quoted} is voor zulke goederen een ongewone waarde per kilogram.`;
    case 'goods.ordered':
      return `${where}: ${quoted} valt onder het bevel "${entry}", op ${list}.`;
    case 'goods.priority-sector':
      return `${where}: ${quoted} valt in een sector onder toezicht: ${translateFixed('nl', entry)}.`;
    case 'goods.upstream-input':
      return `${where}: ${quoted} wordt gemaakt met een grondstof uit een sector onder toezicht: ${translateFixed('nl', entry)}.`;
    case 'goods.country-good':
      return `${where}: ${quoted} staat bekend als gemaakt met dwangarbeid (${entry}), volgens ${list}.`;
    case 'supply.network':
      return `${where}: ${quoted} staat in het toeleveringsnetwerk onder een partij van zorg.`;
    case 'against.other-material':
      return `${where}: ${quoted}, een ander materiaal, onder codes die daarbij passen.`;
    case 'against.maker-elsewhere':
      return `${where}: volledig adres (${quoted}) waarvan postcode, telefoon en registratie overeenstemmen.`;
    case 'against.inputs-known':
      return `${where}: ${quoted} zegt waar de grondstof vandaan komt.`;
    default:
      return finding.summary;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
