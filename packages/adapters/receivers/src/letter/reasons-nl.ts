/**
 * What was found, in Dutch, by the kind of finding. The assessment's own sentences are in English
 * and say more; these say what kind of sign it is, the words it rests on, and what it cites.
 */
import type { AlertReason } from '@herkomst/core';

const sentences: Readonly<Record<string, string>> = {
  'entity.listed': 'De naam "{matched}" komt overeen met "{entry}" op de lijst {list}.',
  'entity.vessel-listed': 'Het schip "{matched}" staat als "{entry}" op de lijst {list}.',
  'entity.shared-identity':
    'Een partij deelt het kenmerk "{matched}" met "{entry}" op de lijst {list}.',
  'place.xinjiang': '"{matched}" wijst naar Xinjiang.',
  'labour.state-imposed': '"{matched}" wijst naar arbeid die door een staat wordt opgelegd.',
  'origin.maker-country':
    'De fabrikant zit in een ander land dan de opgegeven oorsprong ({matched}).',
  'origin.uscc-province':
    'Het Chinese registratienummer "{matched}" hoort bij een andere provincie dan het adres.',
  'origin.uscc-checksum': 'Het Chinese registratienummer "{matched}" kan niet kloppen.',
  'origin.postcode-province':
    'De postcode "{matched}" hoort bij een andere provincie dan het adres.',
  'origin.phone-province':
    'Het telefoonnummer "{matched}" hoort bij een andere provincie dan het adres.',
  'origin.mid-mismatch': 'De fabrikantcode (MID) "{matched}" past niet bij het opgegeven adres.',
  'origin.loading-port': 'De plaats "{matched}" op de route past niet bij de opgegeven oorsprong.',
  'goods.misdescribed': 'De omschrijving ("{matched}") past niet bij de goederencode.',
  'goods.value-per-kg': 'De waarde per kilogram is ongewoon ({matched}).',
  'goods.ordered': 'Op zulke goederen ({matched}) rust het bevel "{entry}" op de lijst {list}.',
  'goods.priority-sector':
    'De goederen ({matched}) vallen in de sector "{entry}", waarop wordt gelet.',
  'goods.upstream-input':
    'De goederen ({matched}) worden gemaakt met een grondstof waarop wordt gelet: "{entry}".',
  'goods.country-good': '"{entry}" staat bekend als gemaakt met dwangarbeid, op de lijst {list}.',
  'supply.network': 'In de toeleveringsketen staat "{matched}" dicht bij "{entry}".',
  'against.other-material': 'De goederen zijn opgegeven als van een ander materiaal ("{matched}").',
  'against.maker-elsewhere': 'De fabrikant staat op een volledig adres elders ("{matched}").',
  'against.inputs-known': 'Er is opgegeven waar de grondstof vandaan komt ("{matched}").',
};

/** The English sentence where there is none in Dutch. */
export function reasonInDutch({ factor, matched, summary, citation }: AlertReason): string {
  const sentence = sentences[factor];
  if (sentence === undefined || (citation === null && sentence.includes('{entry}'))) return summary;
  const values: Readonly<Record<string, string>> = {
    matched,
    entry: citation?.entry ?? '',
    list: citation?.listTitle ?? '',
  };
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
