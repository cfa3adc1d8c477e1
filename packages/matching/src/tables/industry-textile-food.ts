/**
 * Words for goods and trades: textiles, apparel, hair, food and farming, in English and Hanzi.
 *
 * Each line: 'sector|concept|spellings'. Spellings of one concept are one word for the matcher; two
 * concepts of one sector are related, of two sectors they speak against a match. Hanzi words bring
 * their pinyin. Curated from the lists we ship and the HS nomenclature's wording, 2026-11.
 */
export const textileAndFoodWords: readonly string[] = [
  'textile|textile|textile|textiles|tex|textil|textiles mill|weaving and textile|texitle|txtl|纺织|纺织品|织造|纺织厂|tekstil|weaving|weavers|weave|woven|maoyi fangzhi|toqumichiliq',
  'textile|cotton|cotton|cottons|棉业|棉|棉花|棉纺|棉纺织|cotton textile|cotton spinning|棉麻|cotton and linen|cotton linen|cotton industry|coton|algodon|paxta|原棉|皮棉|棉织|ginning|cotton ginning|pamuk|cotton buying and selling',
  'textile|linen|linen|flax|麻|亚麻|麻纺|ramie|hemp|jute|苎麻',
  'textile|spinning|spinning|spinners|spinner|yarn|yarns|纺纱|纱|纱线|色纺|color spinning|colour spinning|colored spun yarn|dyed melange yarn|melange yarn|thread|threads|纱业|线业|iplik|filati|hilados|filature|mill spun',
  'textile|dyeing|dyeing|printing and dyeing|dyers|印染|染整|漂染|dye house|dyeing and finishing|bleaching|染织|染色|finishing',
  'textile|fiber|fiber|fibre|fibers|fibres|纤维|化纤|chemical fiber|chemical fibre|viscose|rayon|polyester|粘胶|涤纶|锦纶|氨纶|spandex|nylon|acrylic|synthetic fiber|filament',
  'textile|wool|wool|woolen|woollen|woolens|wool textile|毛纺|毛纺织|羊毛|羊绒|cashmere|绒业|worsted|laine|lana|毛业|毛绒|down|羽绒|feather|down and feather|羽毛',
  'textile|silk|silk|silks|丝绸|丝|丝业|茧丝|cocoon|soie|sericulture|绸',
  'textile|knitting|knitting|knit|knits|knitwear|knitted|knitters|针织|毛衫|毛织|sweater|sweaters|triko|maglificio|hosiery|袜业|socks|袜子|sock|针纺|经编|crochet|knitwears',
  'textile|fabric|fabric|fabrics|cloth|cloths|布业|布|面料|布艺|tessuti|tissus|denim|牛仔布|lace|花边|蕾丝|nonwoven|nonwovens|non woven|无纺布|无纺|ribbon|织带|embroidery|绣花|刺绣|towel|towels|毛巾|巾被|carpet|carpets|地毯|rug|rugs',
  'textile|home-textile|home textile|home textiles|家纺|bedding|床上用品|hometextile|curtain|curtains|窗帘|blanket|毛毯|quilt',
  'apparel|garment|garment|garments|apparel|apparels|clothing|clothes|服装|服饰|制衣|成衣|衣业|fashion|fashions|时装|dress|dresses|wear|wears|uniform|uniforms|confection|confecciones|konfeksiyon|giyim|shirt|shirts|衬衫|costume|fuzhuang|clothings|服饰服装|garment manufacturing|服装制造|abbigliamento|shirting|衣|casual wear|sportswear|活动服|attire|couture|tailoring|tailor|制服|garmnets',
  'apparel|underwear|underwear|lingerie|内衣|intimate|bra|swimwear|泳装',
  'apparel|shoes|shoe|shoes|footwear|鞋业|鞋|制鞋|鞋材|boot|boots|shoe industry|calzado|calzature|chaussures|slippers|sandals|shoemaking',
  'apparel|leather|leather|leathers|皮革|皮业|皮具|皮件|制革|tannery|tanneries|tanning|leather goods|leather products|革业|deri|leatherware|fur|furs|毛皮|皮草|hide|hides|裘皮|peletteria|箱包|bags|bag|luggage|手袋|handbag|handbags|袋业|suitcase|case and bag',
  'apparel|hats|hat|hats|cap|caps|headwear|帽业|帽|帽子|glove|gloves|手套|scarf|围巾|belt|belts|皮带|umbrella|umbrellas|伞业|雨伞|necktie',
  'apparel|hair|hair|hair product|hair products|hair accessories|hair accessory|发制品|发饰品|发饰|假发|wig|wigs|human hair|hair goods|hair ornament|hair extension|hair extensions|发品|发业|毛发|头发|hair wig|hair craft|发艺|hairs|real hair|toupee|人发|chach',
  'apparel|accessories|accessory|accessories|饰品|饰件|配件|辅料|ornament|ornaments|jewelry|jewellery|珠宝|首饰|trimming|trimmings|trims|button|buttons|纽扣|zipper|zippers|拉链|label|labels|商标|buckle',
  'apparel|toys|toy|toys|玩具|plush|毛绒玩具|doll|dolls|juguetes',
  'food|food|food|foods|食品|食品加工|foodstuff|foodstuffs|alimentos|alimentaire|alimentari|gida|food ingredients|食品配料|food additive|食品添加剂|canned food|罐头|罐头食品|canned|canning|餐饮|catering|snack|snacks|零食|饮食|foods processing|lebensmittel|tianjiaji|condiment|调味品|seasoning|condiments|sauce|酱|饼干|biscuit|noodle|noodles|面业',
  'food|tomato|tomato|tomatoes|番茄|tomato products|番茄制品|ketchup|tomate|pomodoro|西红柿|tomato paste|番茄酱',
  'food|fruit|fruit|fruits|fruit and vegetable|fruits and vegetables|果业|水果|果蔬|vegetable|vegetables|蔬菜|果品|frutas|dried fruit|dried fruits|干果|红枣|red dates|jujube|jujubes|枣业|date|dates|juice|juices|果汁|garlic|大蒜|nuts|nut|坚果|walnut|核桃|raisin|葡萄干|grape|apple|mushroom|菌业|食用菌|ginger|生姜|pepper|辣椒|chili',
  'food|beverage|beverage|beverages|饮料|drink|drinks|water|矿泉水|wine|wines|winery|酒业|葡萄酒|酒|liquor|brewery|啤酒|beer|酿酒|distillery|spirits|dairy|乳业|奶业|milk|乳制品|dairies|coffee|咖啡|cafe',
  'food|tea|tea|teas|茶业|茶叶|茶|tea industry|chaye|the vert|cay',
  'food|sugar|sugar|糖业|sugars|sucre|azucar|制糖|sweetener|sweeteners|stevia|甜菊|甜叶菊|糖|candy|confectionery|糖果',
  'food|meat|meat|meats|肉业|肉类|肉制品|slaughter|屠宰|poultry|禽业|beef|牛肉|mutton|pork|egg|eggs|蛋业|casing|肠衣|livestock|畜牧|畜牧业|养殖|breeding|牧业|animal husbandry|husbandry|feed|饲料|feeds|fodder|ranching',
  'food|seafood|seafood|seafoods|海产|海产品|水产|水产品|aquatic|aquatic products|fish|fishery|fisheries|渔业|fishing|ocean fishing|远洋渔业|pelagic fishery|marine products|marine|海洋|shrimp|渔|pescados|distant water fishery|aquaculture|水产养殖|squid|tuna',
  'food|grain|grain|grains|cereal|cereals|cereals oils and foods|cereals oils and foodstuffs|粮油|粮食|oil and grain|rice|米业|flour|面粉|starch|淀粉|edible oil|食用油|油脂|oils and fats|oils and grease|soybean|大豆|corn|wheat|豆|vegetable oil|grain and oil|粮',
  'agri|agriculture|agriculture|agricultural|农业|agro|agri|farming|农产品|agricultural products|agricultural development|农业发展|agricola|tarim|horticulture|horticola|seed|seeds|种业|种子|agrotech|agropecuarios|agropecuaria|农牧|农垦|crop|farm produce|agroindustrial|农资|nongye|plantations|planting|种植|fertilizer|fertilizers|化肥|肥料|肥业|pesticide|农药|flower|flowers|花卉|forestry|林业|timber|wood|木业|木材|woods|lumber|plywood|胶合板|wooden|木制品|bamboo|竹|竹木|wood products|madera|forest',
  'agri|tobacco|tobacco|烟草|cigarette|cigarettes|beedi|beedies|卷烟|tobaccos',
  'bio|biotech|biotech|biotechnology|bio|biological|biological technology|biotechnology development|生物|生物科技|生物技术|bioscience|biosciences|life science|life sciences|bio tech|biotec|bioengineering|生物工程|生物制品|biological engineering|gene|genomics|基因|生命科学|biochemical|生化',
  'bio|medicine|medicine|medicines|pharmaceutical|pharmaceuticals|pharma|医药|制药|药业|药品|chinese medicine|chinese medicinal materials|中药|中药材|chinese herbal medicine|herbal medicine|herbal|herb|herbs|medicinal|pharm|drug|drugs|laboratorios|medical|医疗|medicinal materials|health|健康|保健品|nutraceutical|nutraceuticals|nutraceutical ingredients|nutrition|营养|vitamin|extract|extracts|植物提取|plant extract|botanical|botanicals|healthcare|health care|medical device|医疗器械|medical instruments|medical equipment|ilac|supplements|biopharma|biopharmaceutical|surgical',
  'bio|cosmetics|cosmetics|cosmetic|化妆品|日化|beauty|美容|personal care|skincare|essence|perfume|香料|flavors and fragrances|fragrance|香精|daily chemical',
];
