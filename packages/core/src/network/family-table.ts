/**
 * Families of goods and what each may be made of, coarse enough to be told from an HS code and fine
 * enough to keep human hair out of a shirt. A family left out of `madeFrom` is one that such goods
 * are not made of; in doubt it stands in.
 *
 * The families follow chapters of the Harmonized System; within them, what the sectors of high
 * priority name stands alone. Which goods go into which is our reading of how these are made.
 */

export interface GoodsFamily {
  readonly id: string;
  /** As in "buys ... from". */
  readonly title: string;
  readonly hsPrefixes: readonly string[];
  /** Ids of families it may directly be made of, besides itself. */
  readonly madeFrom: readonly string[];
  /** Words that name it in English, Dutch or Chinese, lower case. */
  readonly words: readonly string[];
}

type Row = readonly [id: string, title: string, hs: string, madeFrom: string, words: string];

const fibres = 'cotton natural-fibres man-made-fibres';
const cloth = `${fibres} textiles`;
const metals = 'steel aluminium copper other-metals';

const rows: readonly Row[] = [
  [
    'cotton',
    'cotton',
    '52 140420 120721 120729',
    '',
    'cotton|katoen|katoenen|棉|棉花|棉纱|lint|linters',
  ],
  [
    'natural-fibres',
    'natural fibres',
    '50 51 53',
    'livestock',
    'wool|wol|silk|zijde|linen|羊毛|丝绸',
  ],
  [
    'man-made-fibres',
    'man-made fibres',
    '54 55',
    'plastics chemicals wood-paper',
    'polyester|viscose|rayon|nylon|spandex|粘胶|涤纶|化纤',
  ],
  [
    'textiles',
    'textiles',
    '56 57 58 59 60',
    fibres,
    'yarn|garen|fabric|fabrics|textile|textiles|textiel|纺织|面料',
  ],
  [
    'apparel',
    'apparel',
    '61 62',
    `${cloth} leather`,
    'apparel|garment|garments|clothing|kleding|t shirt|t shirts|shirts|trousers|jeans|服装|成衣',
  ],
  [
    'made-up-textiles',
    'made-up textiles',
    '63 65 66',
    `${cloth} plastics`,
    'towels|handdoeken|bed linen|gloves|handschoenen|手套|毛巾',
  ],
  [
    'human-hair',
    'hair goods',
    '0501 6703 6704',
    'man-made-fibres',
    'human hair|hair|haar|mensenhaar|wig|wigs|pruik|pruiken|假发|人发|发制品',
  ],
  ['feathers', 'feathers and down', '0505 67', 'livestock', 'feathers|down|dons|羽绒'],
  ['leather', 'leather', '41 42 43', 'livestock plastics', 'leather|leer|皮革'],
  [
    'footwear',
    'footwear',
    '64',
    `leather ${cloth} rubber plastics`,
    'footwear|shoes|schoenen|schoeisel|鞋',
  ],
  [
    'tomatoes',
    'tomatoes',
    '0702 2002 210320',
    '',
    'tomato|tomatoes|tomaat|tomaten|tomatenpuree|番茄',
  ],
  [
    'seafood',
    'seafood',
    '03 1604 1605',
    '',
    'seafood|fish|vis|squid|inktvis|shrimp|garnalen|pollock|cod|水产|鱿鱼|鱼',
  ],
  ['jujubes', 'jujubes', '081090 081340', '', 'jujube|jujubes|red dates|红枣|大枣'],
  ['quartz', 'quartz and silica', '2505 2506 281122', '', 'quartz|silica|kwarts|石英|硅石'],
  [
    'silicon',
    'silicon metal',
    '280469 720221',
    'quartz',
    'silicon metal|metallurgical silicon|industrial silicon|工业硅|金属硅',
  ],
  [
    'polysilicon',
    'polysilicon',
    '280461',
    'silicon',
    'polysilicon|polycrystalline silicon|polysilicium|多晶硅',
  ],
  [
    'solar',
    'solar wafers, cells or modules',
    '3818 8541',
    'polysilicon aluminium glass copper plastics',
    'solar|wafer|wafers|photovoltaic|zonnepanelen|zonnecellen|光伏|硅片|组件',
  ],
  ['silicones', 'silicones', '3910', 'silicon chemicals', 'silicone|silicones|siliconen|有机硅'],
  ['pvc', 'PVC', '3904', 'chemicals', 'pvc|polyvinyl chloride|polyvinylchloride|聚氯乙烯'],
  [
    'plastics',
    'plastics',
    '39',
    'pvc silicones chemicals minerals',
    'plastic|plastics|kunststof|vinyl flooring|塑料|地板',
  ],
  ['rubber', 'rubber', '40', 'chemicals man-made-fibres steel', 'rubber|tyres|banden|橡胶|轮胎'],
  ['caustic-soda', 'caustic soda', '2815', '', 'caustic soda|sodium hydroxide|natronloog|烧碱'],
  [
    'lithium',
    'lithium',
    '282520 283691 280519',
    'minerals chemicals',
    'lithium carbonate|lithium hydroxide|lithium|锂',
  ],
  [
    'chemicals',
    'chemicals',
    '28 29 32 34 35 36 37 38',
    'caustic-soda minerals quartz',
    'chemicals|chemicalien|化工|dyes|染料',
  ],
  [
    'aluminium',
    'aluminium',
    '76 2606 281820',
    'caustic-soda silicon minerals',
    'aluminium|aluminum|alumina|bauxite|铝|氧化铝',
  ],
  ['copper', 'copper', '74 2603', 'minerals', 'copper|koper|铜'],
  ['steel', 'steel', '72 73 2601', 'silicon minerals', 'steel|staal|iron|ijzer|钢|铁'],
  [
    'other-metals',
    'metals',
    '26 75 78 79 80 81 82 83',
    'steel aluminium copper minerals',
    'magnesium|titanium|nickel|zinc|zink|镁|钛',
  ],
  [
    'batteries',
    'batteries',
    '8507',
    `lithium chemicals plastics ${metals}`,
    'battery|batteries|accu|batterij|batterijen|电池',
  ],
  [
    'machines',
    'machines and electronics',
    '84 85 90 91 92',
    `${metals} plastics rubber glass batteries polysilicon solar silicones`,
    'electronics|elektronica|machinery|machines|电子|机械',
  ],
  [
    'vehicles',
    'vehicles',
    '86 87 88 89',
    `machines batteries ${metals} rubber plastics glass ${cloth} leather`,
    'vehicles|voertuigen|car parts|auto parts|汽车|零部件',
  ],
  [
    'glass',
    'glass, stone and ceramics',
    '68 69 70',
    'quartz minerals chemicals',
    'glass|glas|ceramics|玻璃',
  ],
  ['minerals', 'minerals and fuels', '25 27', '', 'coal|kolen|minerals|煤'],
  [
    'wood-paper',
    'wood and paper',
    '44 45 46 47 48 49',
    'caustic-soda chemicals',
    'wood|hout|paper|papier|pulp|木|纸',
  ],
  [
    'furniture-toys',
    'furniture, lamps, toys and sundries',
    '94 95 96',
    `wood-paper ${cloth} made-up-textiles ${metals} plastics pvc rubber leather glass machines batteries solar human-hair feathers`,
    'furniture|meubelen|toys|speelgoed|家具|玩具',
  ],
  [
    'jewellery',
    'jewellery and precious metals',
    '71',
    'other-metals minerals',
    'gold|goud|jewellery|diamonds',
  ],
  ['livestock', 'animals and animal products', '01 02 04 05', '', 'meat|vlees|dairy'],
  [
    'plants',
    'vegetables, spices and plants',
    '06 07 09 12 13 14',
    '',
    'peppers|spices|paprika|chilli|辣椒|tea|thee|茶',
  ],
  ['fruit', 'fruit and nuts', '08', 'jujubes', 'fruit|nuts|noten|walnuts|raisins|核桃'],
  ['cereals', 'cereals and flour', '10 11', '', 'rice|wheat|flour|maize'],
  [
    'food',
    'prepared food and drink',
    '15 16 17 18 19 20 21 22 23',
    'tomatoes seafood jujubes fruit plants cereals livestock',
    'food|sauce|ketchup|saus|sugar|suiker|食品',
  ],
  ['tobacco', 'tobacco', '24', '', 'tobacco|tabak'],
  [
    'medicines',
    'medicines and cosmetics',
    '30 33',
    'chemicals plants',
    'medicines|herbal|cosmetics|药材|药',
  ],
  ['fertiliser', 'fertiliser', '31', 'chemicals minerals', 'fertiliser|fertilizer|kunstmest'],
];

export const familyTable: readonly GoodsFamily[] = rows.map(([id, title, hs, madeFrom, words]) => ({
  id,
  title,
  hsPrefixes: hs.split(' '),
  madeFrom: madeFrom === '' ? [] : madeFrom.split(' '),
  words: words.split('|'),
}));
