/**
 * What textile or hair goods say they are made of: '65% polyester 35% cotton', 'T/C 80/20', '100%
 * katoen'. A share is what the text says; where it says none, the fibre is only named.
 */
import type { Commodities, Commodity, CommodityMention } from './commodities.ts';

export interface FibreShare {
  readonly fibre: Commodity;
  /** 0..1; null when the text names the fibre without a share. */
  readonly share: number | null;
  /** As it stands in the text, with its share. */
  readonly matched: string;
}

const shareBefore = /(\d{1,3}(?:[.,]\d+)?)\s*%\s*(?:of\s+)?(?:[a-z]+\s+)?$/i;
const shareAfter = /^\s*[:=]?\s*\(?(\d{1,3}(?:[.,]\d+)?)\s*%/;
/** Trade speech: T/C is mostly polyester, CVC mostly cotton ('chief value cotton'). */
const blends: readonly { readonly pattern: RegExp; readonly cotton: number }[] = [
  { pattern: /\bt\s?\/\s?c\b/i, cotton: 0.35 },
  { pattern: /\bcvc\b/i, cotton: 0.6 },
];

/** Fibres in order of appearance; a fibre named twice counts with its first share. `named`: if known. */
export function readComposition(
  text: string,
  commodities: Commodities,
  named: readonly CommodityMention[] = commodities.named(text),
): readonly FibreShare[] {
  const shares = new Map<string, FibreShare>();
  const mentions = named.filter(({ commodity }) => commodity.fibre);
  for (const { commodity, start, end, matched } of mentions) {
    const before = shareBefore.exec(text.slice(Math.max(0, start - 20), start));
    // '100% cotton 50% off': a share in front belongs to the word, one behind only without it.
    const after = before === null ? shareAfter.exec(text.slice(end, end + 12)) : null;
    const found = before ?? after;
    const share = found === null ? null : toShare(found[1] ?? '');
    const known = shares.get(commodity.id);
    if (known !== undefined && (known.share !== null || share === null)) continue;
    shares.set(commodity.id, {
      fibre: commodity,
      share,
      matched:
        found === null
          ? matched
          : (before === null ? matched + found[0] : before[0] + matched).trim(),
    });
  }
  addBlend(text, commodities, shares);
  return [...shares.values()];
}

function addBlend(text: string, commodities: Commodities, shares: Map<string, FibreShare>): void {
  const cotton = commodities.byId.get('cotton');
  // A share that the text spells out says more than the blend's name.
  if (cotton === undefined || typeof shares.get('cotton')?.share === 'number') return;
  for (const { pattern, cotton: share } of blends) {
    const found = pattern.exec(text);
    if (found !== null) {
      shares.set('cotton', { fibre: cotton, share, matched: found[0] });
      return;
    }
  }
}

function toShare(text: string): number | null {
  const percent = Number(text.replace(',', '.'));
  return percent >= 0 && percent <= 100 ? percent / 100 : null;
}

/** The fibre that makes up most, as far as the text says; null when it leaves that open. */
export function chiefFibre(composition: readonly FibreShare[]): FibreShare | null {
  const [first, ...others] = composition;
  if (first === undefined) return null;
  if (others.length === 0) return first.share === null || first.share >= 0.5 ? first : null;
  const known = composition.filter(({ share }) => share !== null);
  const largest = known.toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
  return largest !== undefined && (largest.share ?? 0) > 0.5 ? largest : null;
}
