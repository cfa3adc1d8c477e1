/**
 * The form under which two spellings of one firm's name are the same to the network: letters and
 * digits only, "and" left out, the legal form at the end gone. Nearness is the matcher's business;
 * this is equality, cheap enough for a million companies.
 */
import { normalise } from '../text/normalise.ts';

const legalForms: ReadonlySet<string> = new Set(
  (
    'co company ltd limited llc llp lp inc incorporated corp corporation plc pte pvt private pty ' +
    'gmbh mbh ag kg ohg bv nv vof cv sa sas sarl srl spa snc lda ltda oy oyj ab aps asa sro doo ' +
    'sdn bhd tbk jsc cjsc ojsc pjsc ooo oao zao jstock joint stock sirketi sti anonim as ' +
    'unlimited liability responsibility'
  ).split(' '),
);

/** Forms written with points or spaces between the letters, once those are gone. */
const spelt = /(?: (?:l l c|l t d|b v|n v|s a|s a s|s r l|s p a|s a r l|g m b h|c o))+$/;

const hanForm = /(?:有限责任公司|股份有限公司|有限責任公司|股份有限公司|有限公司)$/u;

const ascii = /^[\x20-\x7e]*$/;

export type NameKey = (name: string) => string;

/** 'Hetian Haolin Hair Accessories Co., Ltd.' becomes 'hetian haolin hair accessories'. */
export function nameKey(name: string): string {
  const plain = ascii.test(name)
    ? name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
    : normalise(name);
  const words = plain.replace(spelt, '').split(' ');
  let last = words.length;
  while (last > 1 && legalForms.has(words[last - 1] ?? '')) last -= 1;
  const kept = words.slice(0, last).filter((word) => word !== 'and');
  const key = kept.join(' ').replace(hanForm, '').trim();
  return key === '' ? plain : key;
}
