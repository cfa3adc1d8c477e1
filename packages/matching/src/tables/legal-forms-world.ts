/**
 * Legal forms outside China, widest for the countries through which goods of Xinjiang pass.
 *
 * Source: ISO 20275 entity legal forms (GLEIF list, read 2026-11), reduced to what ends a trade
 * name; abbreviations as printed on commercial papers. Points and spaces are dropped before
 * comparing, so 'S.p.A.', 'S P A' and 'SPA' are one; a form that is also a common word stands here
 * only with its second word.
 */
import type { LegalForm } from './legal-forms-china.ts';

export const worldLegalForms: readonly LegalForm[] = [
  {
    kind: 'limited',
    country: 'MY',
    forms: 'sdn bhd|sendirian berhad|sdn berhad|sdnbhd|s d n b h d|plt',
  },
  { kind: 'stock', country: 'MY', forms: 'berhad|bhd' },
  {
    kind: 'limited',
    country: 'SG',
    forms: 'pte ltd|pte limited|private limited company|pte|llp singapore',
  },
  {
    kind: 'limited',
    country: 'IN',
    forms:
      'pvt ltd|private limited|private ltd|pvt limited|p ltd|p limited|pvt|pvt co|pvtltd|opc private limited',
  },
  {
    kind: 'limited',
    country: 'PK',
    forms: 'smc pvt ltd|pvt ltd pakistan|private pakistan limited',
  },
  { kind: 'limited', country: 'AU', forms: 'pty ltd|pty limited|proprietary limited|pty' },
  { kind: 'limited', country: 'ZA', forms: 'pty ltd south africa|edms bpk|soc ltd' },
  {
    kind: 'limited',
    country: 'VN',
    forms:
      'cong ty tnhh|cong ty trach nhiem huu han|cong ty tnhh mtv|cty tnhh|tnhh|tnhh mtv|mtv|one member limited liability company|one member co ltd|one member company limited',
  },
  { kind: 'stock', country: 'VN', forms: 'cong ty co phan|cong ty cp|jsc vietnam|ctcp' },
  { kind: 'company', country: 'VN', forms: 'cong ty|doanh nghiep tu nhan|dntn' },
  { kind: 'stock', country: 'ID', forms: 'pt|perseroan terbatas|pt tbk|tbk' },
  { kind: 'partnership', country: 'ID', forms: 'cv|commanditaire vennootschap' },
  { kind: 'limited', country: 'TH', forms: 'borisat chamkat|bor chor kor|หจก' },
  { kind: 'stock', country: 'TH', forms: 'public company limited|public co ltd|pcl|mahachon' },
  {
    kind: 'limited',
    country: 'JP',
    forms: 'gk|godo kaisha|yugen kaisha|yk|goshi kaisha|合同会社|有限会社|yugen gaisha',
  },
  {
    kind: 'stock',
    country: 'JP',
    forms: 'kk|kabushiki kaisha|kabushiki gaisha|k k|株式会社|株式會社|㈱',
  },
  {
    kind: 'stock',
    country: 'KR',
    forms: 'jusik hoesa|chusik hoesa|jusighoesa|jusikhoesa|주식회사|㈜',
  },
  { kind: 'limited', country: 'KR', forms: 'yuhan hoesa|유한회사|yuhanhoesa' },
  { kind: 'limited', country: 'MM', forms: 'myanmar co ltd' },
  { kind: 'stock', country: 'PH', forms: 'inc philippines' },
  { kind: 'stock', forms: 'inc|incorporated|corp inc|co inc|company inc|incorporation' },
  { kind: 'limited', forms: 'llc|l l c|limited liability|lc|l l c fz|llc fz' },
  {
    kind: 'limited',
    country: 'AE',
    forms:
      'fze|fzc|fzco|fz llc|fz co|free zone establishment|free zone company|wll|w l l|dmcc|spc|llc spc',
  },
  { kind: 'partnership', forms: 'llp|lp|l p|l l p|limited liability partnership|partners lp' },
  { kind: 'stock', country: 'GB', forms: 'plc|public limited company|p l c' },
  { kind: 'limited', country: 'IE', forms: 'dac|designated activity company|teoranta|uc' },
  {
    kind: 'limited',
    country: 'DE',
    forms:
      'gmbh|gesellschaft mit beschrankter haftung|g m b h|ggmbh|ug haftungsbeschrankt|ug|mbh|gesmbh',
  },
  {
    kind: 'partnership',
    country: 'DE',
    forms:
      'gmbh co kg|gmbh und co kg|gmbh and co kg|co kg|kg|ohg|gbr|gmbh co ohg|ag co kg|ag and co kg|kgaa|gmbh and co kgaa',
  },
  { kind: 'stock', country: 'DE', forms: 'ag|aktiengesellschaft' },
  { kind: 'proprietor', country: 'DE', forms: 'e k|e kfm|eingetragener kaufmann|ek|inh' },
  {
    kind: 'cooperative',
    country: 'DE',
    forms: 'eg|eingetragene genossenschaft|genossenschaft|e v',
  },
  { kind: 'limited', country: 'NL', forms: 'b v|bv|besloten vennootschap|bvba|b v b a' },
  { kind: 'stock', country: 'NL', forms: 'n v|nv|naamloze vennootschap' },
  { kind: 'partnership', country: 'NL', forms: 'v o f|vof|c v|maatschap' },
  { kind: 'cooperative', country: 'NL', forms: 'cooperatie u a|u a|cooperatief u a|coop u a' },
  {
    kind: 'limited',
    country: 'BE',
    forms: 'sprl|s p r l|srl belgium|besloten vennootschap met beperkte aansprakelijkheid',
  },
  {
    kind: 'limited',
    country: 'FR',
    forms: 'sarl|s a r l|eurl|e u r l|societe a responsabilite limitee|sarlu|ste a r l',
  },
  {
    kind: 'stock',
    country: 'FR',
    forms:
      'sas|s a s|sasu|societe par actions simplifiee|sa|s a|societe anonyme|sca|sociedad anonima|ste anonyme',
  },
  { kind: 'partnership', country: 'FR', forms: 'snc|s n c|scs|sci|gie|societe en nom collectif' },
  {
    kind: 'limited',
    country: 'IT',
    forms: 's r l|srl|societa a responsabilita limitata|srls|s r l s|srl unipersonale|s r l u',
  },
  { kind: 'stock', country: 'IT', forms: 's p a|spa|societa per azioni|sapa' },
  { kind: 'partnership', country: 'IT', forms: 's a s di|s n c di|sas di|snc di|ss agricola' },
  {
    kind: 'cooperative',
    country: 'IT',
    forms: 'soc coop|societa cooperativa|scarl|s c a r l|soc coop a r l|scpa',
  },
  {
    kind: 'limited',
    country: 'ES',
    forms:
      's l|sl|sociedad limitada|slu|s l u|s l n e|sociedad de responsabilidad limitada|s l l|sll',
  },
  { kind: 'stock', country: 'ES', forms: 'sau|s a u' },
  {
    kind: 'limited',
    country: 'PT',
    forms: 'lda|limitada|ltda|sociedade unipessoal|unipessoal lda|sociedade por quotas',
  },
  {
    kind: 'stock',
    country: 'BR',
    forms: 's a brasil|sociedade anonima|eireli|ltda me|ltda epp|me epp',
  },
  {
    kind: 'stock',
    country: 'MX',
    forms:
      's a de c v|sa de cv|sociedad anonima de capital variable|sab de cv|s a b de c v|sapi de cv|s a p i de c v',
  },
  {
    kind: 'limited',
    country: 'MX',
    forms: 's de rl de cv|s de r l de c v|s de rl|s de r l|spr de rl|s p r de r l|spr de rl de cv',
  },
  {
    kind: 'limited',
    country: 'PE',
    forms: 's a c|sac|eirl|e i r l|srl peru|s r ltda|srltda|s a a',
  },
  {
    kind: 'stock',
    country: 'CO',
    forms: 's a s colombia|spa chile|sociedad por acciones simplificada',
  },
  {
    kind: 'limited',
    country: 'PL',
    forms: 'sp z o o|spolka z o o|spolka z ograniczona odpowiedzialnoscia|sp zoo|spzoo|z o o',
  },
  {
    kind: 'stock',
    country: 'PL',
    forms: 'spolka akcyjna|s a polska|sp k|sp j|spolka komandytowa|spolka jawna|sp z o o sp k',
  },
  {
    kind: 'limited',
    country: 'CZ',
    forms: 's r o|sro|spol s r o|spol sro|spolecnost s rucenim omezenym|v o s',
  },
  { kind: 'stock', country: 'CZ', forms: 'a s|akciova spolecnost' },
  { kind: 'limited', country: 'HU', forms: 'kft|korlatolt felelossegu tarsasag|bt|betet tarsasag' },
  { kind: 'stock', country: 'HU', forms: 'zrt|nyrt|rt|zartkoruen mukodo reszvenytarsasag' },
  { kind: 'limited', country: 'RO', forms: 'sc srl|s c s r l|srl romania|s c s a' },
  { kind: 'limited', country: 'BG', forms: 'ood|eood|o o d|e o o d|ood bulgaria' },
  { kind: 'stock', country: 'BG', forms: 'ad|ead|a d|aktsionerno druzhestvo|a d beograd' },
  {
    kind: 'limited',
    country: 'RS',
    forms:
      'd o o|doo|drustvo s ogranicenom odgovornoscu|drustvo sa ogranicenom odgovornoscu|d o o beograd|druzba z omejeno odgovornostjo|j d o o',
  },
  { kind: 'stock', country: 'HR', forms: 'd d|dd|dionicko drustvo|delniska druzba' },
  { kind: 'limited', country: 'SE', forms: 'ab|aktiebolag|aktiebolaget|a b|hb|handelsbolag' },
  { kind: 'limited', country: 'DK', forms: 'aps|a p s|anpartsselskab|ivs' },
  { kind: 'stock', country: 'DK', forms: 'a s danmark|aktieselskab' },
  { kind: 'limited', country: 'NO', forms: 'a s norge|asa|aksjeselskap|allmennaksjeselskap' },
  { kind: 'limited', country: 'FI', forms: 'oy|osakeyhtio|oyj|oy ab|ky' },
  { kind: 'limited', country: 'EE', forms: 'ou|osauhing|aktsiaselts' },
  { kind: 'limited', country: 'LV', forms: 'sia|sabiedriba ar ierobezotu atbildibu|a s latvija' },
  { kind: 'limited', country: 'LT', forms: 'uab|uzdaroji akcine bendrove|akcine bendrove|mb' },
  {
    kind: 'limited',
    country: 'RU',
    forms:
      'ooo|o o o|obshchestvo s ogranichennoi otvetstvennostiu|obshchestvo s ogranichennoy otvetstvennostyu|too|tovarishchestvo s ogranichennoi otvetstvennostiu|тоо|ооо|obschestvo s ogranichennoj otvetstvennostju|ltd liability partnership|тдв|тов|tov',
  },
  {
    kind: 'stock',
    country: 'RU',
    forms:
      'oao|zao|pao|ao|aktsionernoe obshchestvo|otkrytoe aktsionernoe obshchestvo|zakrytoe aktsionernoe obshchestvo|ojsc|cjsc|pjsc|jsc|open joint stock company|closed joint stock company|public joint stock company|oaо|ip',
  },
  { kind: 'limited', country: 'UZ', forms: 'mchj|mchzh|xk|qk|masuliyati cheklangan jamiyat' },
  {
    kind: 'limited',
    country: 'KZ',
    forms: 'zhshs|jshs|zhauapkershiligi shekteuli seriktestigi|llp kazakhstan',
  },
  {
    kind: 'limited',
    country: 'TR',
    forms:
      'ltd sti|limited sirketi|ltd sirketi|limited sti|ltd st|san ve tic ltd sti|sanayi ve ticaret limited sirketi|sanayi ve ticaret ltd sti|tic ltd sti|ticaret limited sirketi|sti|ith ihr ltd sti|ithalat ihracat limited sirketi|dis ticaret limited sirketi|dis tic ltd sti',
  },
  {
    kind: 'stock',
    country: 'TR',
    forms:
      'anonim sirketi|a s turkiye|san ve tic a s|sanayi ve ticaret a s|sanayi ve ticaret as|sanayi ve ticaret anonim sirketi|tic a s|ticaret a s|sirketi|anonim sti',
  },
  { kind: 'limited', country: 'GR', forms: 'epe|e p e|ike|i k e|monoprosopi ike|oe|ee' },
  { kind: 'stock', country: 'GR', forms: 'ae|a e|a v e e|abee|aebe|anonymi etairia' },
  {
    kind: 'limited',
    country: 'IR',
    forms: 'sherkat|sherkate ba masouliat mahdoud|ba masouliyat mahdud',
  },
  {
    kind: 'stock',
    country: 'EG',
    forms: 'sae|s a e|saoc|saog|sal|s a l|saudi joint stock|bsc|ksc|k s c|qsc|pjsc uae',
  },
  {
    kind: 'limited',
    country: 'XJ',
    forms:
      'cheklik shirkiti|cheklik mesuliyetlik shirkiti|shirkiti|cheklik|guruhi shirkiti|pay cheklik shirkiti|mesuliyiti cheklik shirkiti|hessidarliq cheklik shirkiti',
  },
  {
    kind: 'cooperative',
    forms: 'cooperative|co op|coop|cooperative society|sociedad cooperativa|kooperatif',
  },
  {
    kind: 'proprietor',
    forms:
      'sole trader|enterprise sole|empresario individual|individual entrepreneur|proprietorship',
  },
];
