/**
 * Legal forms of China, Hong Kong, Macau and Taiwan, as they end a firm's name.
 *
 * Forms are written with spaces here and compared without, so 'Co., Ltd', 'COLTD' and 'CO LTD' meet.
 * `kind` says how the forms compare: two firms may share all but the form and still be two firms.
 * Source: the Company Law of the PRC (2023), arts. 7 and 8; ISO 20275 entity legal forms, China
 * (read 2026-11); ways of writing them seen on the lists we ship.
 */
export interface LegalForm {
  /** 'limited', 'stock', 'partnership', 'proprietor', 'cooperative', 'state', 'branch', 'company'. */
  readonly kind: string;
  /** ISO 3166-1 alpha-2 where only one country has the form. */
  readonly country?: string;
  /** Spellings, apart by '|'. */
  readonly forms: string;
}

export const chineseLegalForms: readonly LegalForm[] = [
  {
    kind: 'limited',
    forms:
      'co ltd|co limited|company limited|company ltd|coltd|co lt|co lted|c ltd|cp ltd|corp ltd|corporation limited|' +
      'corporation ltd|limited company|ltd company|ltd co|limited co|ltd|limited|ltda co|limited liability company|' +
      'co l t d|company lmt|co ltd co|lmtd|ltd corp|co pte ltd|coop ltd|co inc ltd|limted|limitd|co ltd prc|' +
      'limited liability co|company with limited liability|ltd liability co|co ltdd|coitd|co itd|c o ltd|cor ltd',
  },
  {
    kind: 'limited',
    country: 'CN',
    forms:
      '有限责任公司|有限公司|责任有限公司|有限责任|一人有限责任公司|有限责任公司自然人独资|有限公司法人独资|' +
      'youxian gongsi|youxian zeren gongsi|you xian gong si|zeren youxian gongsi',
  },
  {
    kind: 'stock',
    country: 'CN',
    forms:
      '股份有限公司|股份公司|集团股份有限公司公司|gufen youxian gongsi|gufen gongsi|co ltd by shares|' +
      'joint stock limited company|company limited by shares|joint stock co ltd|stock co ltd|shares co ltd|share co ltd|' +
      'joint stock company|incorporated company|holding company limited by shares|stock limited company|joint stock',
  },
  {
    kind: 'company',
    forms:
      '公司|gongsi|总公司|zong gongsi|general company|general corporation|general corp|general co',
  },
  {
    kind: 'company',
    forms: 'co|company|corp|corporation|cos|coy|compagnie company|corportation|coporation|cop',
  },
  {
    kind: 'branch',
    forms:
      '分公司|fen gongsi|branch|branch company|branch office|branch co|fengongsi|分厂|分店|sub branch',
  },
  {
    kind: 'partnership',
    country: 'CN',
    forms: '有限合伙|普通合伙|合伙企业|特殊普通合伙|limited partnership|youxian hehuo',
  },
  {
    kind: 'proprietor',
    country: 'CN',
    forms: '个人独资企业|个体工商户|经营部|商行|geti|sole proprietorship',
  },
  {
    kind: 'cooperative',
    country: 'CN',
    forms:
      '农民专业合作社|专业合作社|合作社|合作联社|farmers professional cooperative|professional cooperative|' +
      'specialized cooperative|hezuoshe|zhuanye hezuoshe|farmers cooperative',
  },
  { kind: 'state', country: 'CN', forms: '全民所有制|国营|state owned|state run|国有独资' },
  {
    kind: 'limited',
    country: 'HK',
    forms: 'hk co ltd|hk limited|hk ltd|hong kong limited|hong kong ltd|香港有限公司',
  },
  {
    kind: 'limited',
    country: 'TW',
    forms: '股份有限公司台湾分公司|有限公司台湾分公司|兩合公司|无限公司|無限公司|两合公司',
  },
];
