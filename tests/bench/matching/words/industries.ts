/**
 * Trades as firms name them: English wordings, and Hanzi with the pinyin some papers carry instead.
 *
 * One line a trade: id, sector, weight (our estimate of its share among exporters, per thousand),
 * English wordings apart by '/', Hanzi apart by '/', pinyin of the first Hanzi. Wordings of one line
 * name one trade, so swapping them keeps the firm; a trade of another sector makes it another firm.
 */

export interface Industry {
  readonly id: string;
  readonly sector: string;
  readonly weight: number;
  readonly english: readonly string[];
  readonly hanzi: readonly string[];
  readonly pinyin: string;
}

const lines: readonly string[] = [
  'textile textile 60 Textile/Textiles/Weaving 纺织/纺织品 fangzhi',
  'cotton-textile textile 12 Cotton Textile/Cotton Spinning 棉纺织/棉纺 mianfangzhi',
  'cotton textile 16 Cotton Industry/Cotton/Cotton Trade 棉业 mianye',
  'cotton-linen textile 6 Cotton and Linen/Cotton & Linen/Cotton Hemp 棉麻 mianma',
  'garment apparel 55 Garment/Garments/Clothing/Apparel/Fashion 服装/服饰/制衣 fuzhuang',
  'knitting textile 18 Knitting/Knitwear/Knitted Garments 针织 zhenzhi',
  'dyeing textile 8 Printing and Dyeing/Dyeing & Printing/Dyeing 印染 yinran',
  'home-textile textile 10 Home Textile/Home Textiles/Household Textiles 家纺 jiafang',
  'chemical-fiber textile 10 Chemical Fiber/Chemical Fibre/Fiber 化纤 huaxian',
  'silk textile 5 Silk/Silk Products 丝绸 sichou',
  'wool textile 6 Wool Textile/Woolen Textile/Wool Spinning 毛纺织/毛纺 maofangzhi',
  'color-spinning textile 3 Color Spinning/Colour Spinning/Dyed Melange Yarn 色纺 sefang',
  'hair hair 8 Hair Products/Hair Product 发制品 fazhipin',
  'hair-accessories hair 4 Hair Accessories/Hair Ornaments 发饰品/发饰 fashipin',
  'shoes footwear 22 Shoes/Footwear/Shoe Industry 鞋业 xieye',
  'leather footwear 9 Leather/Leather Products/Leatherware 皮革/皮具 pige',
  'bags footwear 9 Bags/Bags and Suitcases/Luggage 箱包 xiangbao',
  'hats apparel 4 Hats/Headwear/Caps 帽业 maoye',
  'toys household 14 Toys/Toy 玩具 wanju',
  'crafts household 18 Arts and Crafts/Arts & Crafts/Crafts/Handicrafts 工艺品 gongyipin',
  'furniture household 20 Furniture/Furnishings 家具/家私 jiaju',
  'daily household 12 Daily Necessities/Household Products/Daily Use Products 日用品 riyongpin',
  'ceramics household 10 Ceramics/Porcelain 陶瓷 taoci',
  'glass household 7 Glass/Glass Products/Glassware 玻璃 boli',
  'stationery household 6 Stationery 文具 wenju',
  'packaging packaging 18 Packaging/Packing/Packaging Products 包装 baozhuang',
  'paper packaging 8 Paper/Paper Products/Paper Industry 纸业/纸品 zhiye',
  'printing packaging 8 Printing/Color Printing 印刷/彩印 yinshua',
  'plastics chemical 28 Plastic/Plastics/Plastic Products 塑料/塑胶 suliao',
  'rubber chemical 10 Rubber/Rubber Products 橡胶 xiangjiao',
  'chemical chemical 32 Chemical/Chemicals/Chemical Industry 化工 huagong',
  'silicon chemical 4 Silicon Industry/Silicon Materials 硅业 guiye',
  'new-materials chemical 22 New Materials/New Material/Advanced Materials 新材料 xincailiao',
  'new-energy energy 14 New Energy/Renewable Energy 新能源 xinnengyuan',
  'solar energy 8 Solar/Photovoltaic/Solar Technology 太阳能/光伏 taiyangneng',
  'battery energy 6 Battery/Batteries 电池 dianchi',
  'coal energy 5 Coal Industry/Coal 煤业 meiye',
  'energy energy 8 Energy 能源 nengyuan',
  'aluminium metal 10 Aluminum/Aluminium/Aluminum Industry 铝业 lvye',
  'steel metal 14 Steel/Iron and Steel/Iron & Steel 钢铁 gangtie',
  'copper metal 4 Copper Industry/Copper 铜业 tongye',
  'zinc metal 2 Zinc Industry/Zinc 锌业 xinye',
  'magnesium metal 2 Magnesium Industry/Magnesium Products 镁业 meiye',
  'nonferrous metal 4 Nonferrous Metals/Non-ferrous Metals 有色金属 youse jinshu',
  'mining metal 6 Mining/Minerals 矿业 kuangye',
  'metal metal 22 Metal Products/Metal/Metalware 金属制品 jinshu zhipin',
  'hardware metal 28 Hardware/Hardware Products 五金/五金制品 wujin',
  'mould machine 10 Mould/Mold/Moulds 模具 moju',
  'machinery machine 40 Machinery/Machine/Machinery Manufacturing 机械 jixie',
  'equipment machine 14 Equipment/Machinery Equipment 设备 shebei',
  'valve machine 6 Valve/Valves 阀门 famen',
  'bearing machine 5 Bearing/Bearings 轴承 zhoucheng',
  'automation machine 10 Automation/Automation Technology 自动化 zidonghua',
  'auto-parts vehicle 22 Auto Parts/Automobile Parts/Automotive Parts 汽车配件/汽配 qiche peijian',
  'bicycle vehicle 6 Bicycle/Bicycles/Cycle 自行车 zixingche',
  'tyre vehicle 4 Tyre/Tire 轮胎 luntai',
  'electronics electronics 45 Electronics/Electronic/Electronic Technology 电子 dianzi',
  'electric electronics 24 Electric/Electric Appliance/Electrical Appliances 电器 dianqi',
  'lighting electronics 20 Lighting/Lighting Technology 照明/灯饰 zhaoming',
  'semiconductor electronics 5 Semiconductor/Microelectronics 半导体 bandaoti',
  'cable electronics 7 Cable/Wire and Cable 电缆/线缆 dianlan',
  'optical electronics 7 Optical/Optoelectronics 光电 guangdian',
  'information it 10 Information Technology/IT 信息技术 xinxi jishu',
  'technology it 42 Technology/Technologies/Tech/Science and Technology 科技 keji',
  'digital it 5 Digital Technology/Digital 数码 shuma',
  'food food 30 Food/Foods/Foodstuffs 食品 shipin',
  'seafood food 8 Aquatic Products/Aquatic/Seafood 水产 shuichan',
  'tomato food 3 Tomato Products/Tomato 番茄制品 fanqie zhipin',
  'dates food 2 Jujube/Red Dates 枣业 zaoye',
  'fruit food 4 Fruit Industry/Fruit 果业 guoye',
  'tea food 4 Tea/Tea Industry 茶业 chaye',
  'grain food 6 Grain and Oil/Cereals and Oils 粮油 liangyou',
  'agriculture food 12 Agriculture/Agricultural Development 农业 nongye',
  'biotech health 20 Biotechnology/Biotech/Biological Technology/Bio-Technology 生物科技/生物技术 shengwu keji',
  'pharma health 14 Pharmaceutical/Pharmaceuticals/Pharma 制药/药业 zhiyao',
  'medical health 14 Medical Devices/Medical/Medical Instruments 医疗器械 yiliao qixie',
  'building building 16 Building Materials/Building Material 建材 jiancai',
  'wood building 10 Wood/Wood Industry/Timber 木业 muye',
  'stone building 10 Stone/Stone Material 石材 shicai',
  'construction building 8 Construction Engineering/Construction 建设工程 jianshe gongcheng',
  'trading trade 48 Trading/Trade/Commerce 贸易/商贸 maoyi',
  'intl-trade trade 42 International Trade/International Trading/Intl Trade 国际贸易 guoji maoyi',
  'import-export trade 40 Import and Export/Import & Export/Imp & Exp/Imp. & Exp./I/E 进出口 jinchukou',
  'industrial trade 44 Industrial/Industry/Industries/Enterprise 实业/工贸 shiye',
  'logistics logistics 12 Logistics 物流 wuliu',
  'forwarding logistics 8 International Freight Forwarding/Freight Forwarding/International Logistics 国际货运代理 guoji huoyun daili',
  'warehousing logistics 3 Warehousing/Storage 仓储 cangchu',
  'supply-chain logistics 8 Supply Chain/Supply Chain Management 供应链/供应链管理 gongyinglian',
];

export const industries: readonly Industry[] = lines.map((line) => {
  // English may hold spaces, Hanzi never does: the Hanzi field is the anchor.
  const read = /^(\S+) (\S+) (\d+) (.+?) (\p{Script=Han}[\p{Script=Han}/]*) (.+)$/u.exec(line);
  if (read === null) throw new Error(`industries: cannot read "${line}"`);
  const [, id = '', sector = '', weight = '0', english = '', hanzi = '', pinyin = ''] = read;
  return {
    id,
    sector,
    weight: Number(weight),
    // 'I/E' is one wording.
    english: english.split(/(?<!\bI)\/(?!E\b(?!\w))/),
    hanzi: hanzi.split('/'),
    pinyin,
  };
});
