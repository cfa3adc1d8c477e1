/**
 * Brands that are names of Xinjiang and beyond, whose Hanzi, Uyghur and English forms differ.
 *
 * Each row: spellings of one name, Latin without spaces, then Hanzi. Mountains, rivers and peoples
 * stand in brands as often as towns do: 准噶尔 is Junggar, not Zhungeer. Source: GeoNames, read
 * 2026-11; spellings on the UFLPA and BIS lists.
 */
const rows: readonly string[] = [
  'junggar|dzungar|zhungar|zhunggar|zhungeer|zungaria|准噶尔|准格尔',
  'tarim|talimu|塔里木',
  'tianshan|tienshan|tengritagh|天山',
  'kunlun|kunlunshan|昆仑',
  'altay|altai|aletai|阿尔泰',
  'pamir|pamier|帕米尔',
  'taklamakan|taklimakan|takelamagan|塔克拉玛干',
  'loulan|kroran|krorayna|楼兰',
  'yarkand|yarkant|yeerqiang|shache|叶尔羌',
  'kashgar|kashi|kashige|kashigeer|喀什噶尔',
  'gobi|gebi|戈壁',
  'ashele|ashale|阿舍勒',
  'hatu|hatuo|哈图',
  'tacheng|tarbagatay|塔尔巴哈台',
  'sayram|sailimu|sairam|赛里木',
  'bosten|bositeng|baghrash|博斯腾',
  'kanas|hanas|kanasi|喀纳斯',
  'turpan|tulufan|turfan|吐鲁番',
  'hotan|hetian|khotan|和田',
  'aksu|akesu|阿克苏',
  'esquel|yida|溢达',
  'hoshine|hesheng|合盛',
  'daqo|daquan|大全',
];

let byLatin: Map<string, readonly string[]> | undefined;
let byHanzi: Map<string, readonly string[]> | undefined;

/** Other spellings of a brand as one Latin word; empty for nearly all brands. */
export const furtherReadings = (core: string, hanzi: string): readonly string[] => {
  if (byLatin === undefined || byHanzi === undefined) {
    byLatin = new Map();
    byHanzi = new Map();
    for (const row of rows) {
      const spellings = row.split('|');
      const latin = spellings.filter((spelling) => /^[a-z]+$/.test(spelling));
      for (const spelling of spellings) {
        if (latin.includes(spelling)) byLatin.set(spelling, latin);
        else byHanzi.set(spelling, latin);
      }
    }
  }
  return (hanzi === '' ? byLatin.get(core) : byHanzi.get(hanzi)) ?? [];
};
