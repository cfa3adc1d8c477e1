/**
 * Legal forms: how firms print them, how papers distort them, and what they are called in Hanzi.
 */
import { Weighted } from '../random.ts';

interface Printed {
  readonly text: string;
  readonly weight: number;
}

const limited: readonly Printed[] = [
  { text: 'Co., Ltd.', weight: 60 },
  { text: 'Co., Ltd', weight: 14 },
  { text: 'Co. Ltd.', weight: 7 },
  { text: 'Company Limited', weight: 5 },
  { text: 'Co., Limited', weight: 5 },
  { text: 'Limited', weight: 3 },
  { text: 'Ltd.', weight: 3 },
  { text: 'Factory', weight: 3 },
];

export const chineseForm: Weighted<Printed> = new Weighted(limited, (form) => form.weight);

/** How the same limited company is met on bills of lading and invoices. */
export const oddChineseForms: readonly string[] = [
  'CO.,LTD',
  'CO LTD',
  'CO.LTD.',
  'COLTD',
  'CO,.LTD',
  'CO.,LTD..',
  'Company Ltd',
  'Company, Limited',
  'Limited Company',
  'Limited Liability Company',
  'Ltd. Co.',
  'LTD',
  'Co., Limited',
  'CO.,LIMITED',
  'Corp., Ltd.',
  'C0., LTD',
  'Youxian Gongsi',
  'You Xian Gong Si',
  'Co. L.T.D.',
  'Corporation Limited',
];

export const hanziLimited: readonly string[] = ['有限公司', '有限责任公司', '股份有限公司'];

/** Forms outside China by country, usual spelling first. */
export const worldForms: Readonly<Record<string, readonly string[]>> = {
  HK: ['Limited', 'Ltd.', 'Co., Limited', 'Company Limited'],
  TW: ['Co., Ltd.', 'Company Limited', 'Corp.'],
  VN: ['Company Limited', 'Co., Ltd', 'JSC', 'Joint Stock Company', 'TNHH'],
  TR: ['A.S.', 'Anonim Sirketi', 'Ltd. Sti.', 'Limited Sirketi'],
  IN: ['Private Limited', 'Pvt. Ltd.', 'Pvt Ltd', 'Limited'],
  BD: ['Ltd.', 'Limited', '(Pvt.) Ltd.'],
  PK: ['(Pvt) Ltd.', 'Private Limited', 'Ltd.'],
  MY: ['Sdn. Bhd.', 'Sdn Bhd', 'Sendirian Berhad'],
  ID: ['PT', 'P.T.'],
  KZ: ['LLP', 'TOO', 'Limited Liability Partnership'],
  DE: ['GmbH', 'GmbH & Co. KG', 'AG'],
  FR: ['SARL', 'SAS', 'S.A.S.'],
  IT: ['S.r.l.', 'SRL', 'S.p.A.', 'SpA'],
  ES: ['S.L.', 'SL', 'S.A.'],
  NL: ['B.V.', 'BV'],
  US: ['Inc.', 'LLC', 'Corp.', 'Incorporated'],
  GB: ['Limited', 'Ltd', 'PLC'],
  MX: ['S.A. de C.V.', 'SA de CV', 'S. de R.L. de C.V.'],
  JP: ['Co., Ltd.', 'K.K.', 'Kabushiki Kaisha'],
  KR: ['Co., Ltd.', 'Inc.', 'Corp.'],
};

/** The forms that stand for the same one, in each country, so that swapping keeps the firm. */
export const sameForm: readonly (readonly string[])[] = [
  ['JSC', 'Joint Stock Company'],
  ['A.S.', 'AS', 'Anonim Sirketi'],
  ['Ltd. Sti.', 'Limited Sirketi', 'LTD STI'],
  ['Private Limited', 'Pvt. Ltd.', 'Pvt Ltd', '(Pvt.) Ltd.', '(Pvt) Ltd.', 'P LTD'],
  ['Sdn. Bhd.', 'Sdn Bhd', 'Sendirian Berhad', 'SDNBHD'],
  ['PT', 'P.T.', 'Perseroan Terbatas'],
  ['LLP', 'TOO', 'Limited Liability Partnership'],
  ['SAS', 'S.A.S.'],
  ['SARL', 'S.A.R.L.'],
  ['S.r.l.', 'SRL', 'S R L'],
  ['S.p.A.', 'SpA', 'SPA'],
  ['S.L.', 'SL', 'Sociedad Limitada'],
  ['S.A.', 'SA', 'Sociedad Anonima'],
  ['B.V.', 'BV', 'Besloten Vennootschap'],
  ['GmbH', 'Gesellschaft mit beschraenkter Haftung', 'G.m.b.H.'],
  ['AG', 'Aktiengesellschaft'],
  ['Inc.', 'Incorporated', 'INC'],
  ['Corp.', 'Corporation', 'CORP'],
  ['LLC', 'L.L.C.', 'Limited Liability Company'],
  ['S.A. de C.V.', 'SA de CV', 'SA DE CV'],
  ['K.K.', 'Kabushiki Kaisha', 'KK'],
  ['PLC', 'P.L.C.', 'Public Limited Company'],
];

/** Forms that end a real name, longest first, to cut it off. */
export const trailingForm: RegExp =
  /[\s,]*\b(?:group\s+)?(?:co(?:mpany)?\.?\s*,?\s*(?:ltd|limited)|company|corporation(?:,?\s+limited)?|corp\.?(?:,?\s*ltd)?|limited|ltd|inc(?:orporated)?|llc|l\.l\.c|gmbh|s\.?r\.?l|s\.?p\.?a|s\.a\. de c\.v|d\.o\.o|\(?pvt\.?\)?,?\s*(?:ltd|limited)?|private limited|sdn\.? bhd|co)\.?\s*$/i;
