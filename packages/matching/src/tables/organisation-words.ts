/**
 * Words that say what sort of body a name is, and words that carry almost nothing.
 *
 * 'group' and 'holding' come and go between a firm's names; 'factory', 'institute', 'prison' and
 * 'branch' do not, and a firm called by another of these is likely another body. Each line is a
 * concept and its spellings; the first is the name we print. Curated from the lists we ship, 2026-11.
 */

/** May be missing on one side without meaning anything. */
export const looseOrganisationWords: readonly string[] = [
  'group|grp|集团|jituan|gruppe|groupe|grupo|gruppo|grup|集團|group of companies|groups|guruhi',
  'holding|holdings|控股|konggu|holding group|hldg|hldgs|holding co',
  'enterprise|enterprises|entreprise|企业|qiye|ent|entp|enterprize|实业公司|empresa|empresas|unternehmen|entreprises',
  'international|intl|int l|国际|guoji|internacional|internationale|inter national|global|worldwide|全球',
  'china|chinese|prc|p r china|中国|zhongguo|peoples republic of china|p r c|chn|中华|中華',
  'national|全国|quanguo|state|国家',
  'brothers|bros|and sons|sons|fils|hijos',
  'the|la|le|el|los|las|les|der|die|das|de|du|des|del|della|di|do|da|dos|van|von|of|for|in|and|und|et|y|e|ve|och|en|i|a|an|at|by|to|und co|and co|messrs|messers|attn|c o|o b o|on behalf of|as agent for|same as consignee',
  'trading as|t a|dba|d b a|doing business as|aka|fka',
  'its subsidiaries|and its subsidiaries|and subsidiaries|subsidiaries|and affiliates|subordinates|and its subordinates|its subordinate and affiliated entities|and its subordinate and affiliated entities|及其子公司|affiliated entities',
  'limited edition',
  'new|newly',
];

/** A body of this sort is not one of another sort. */
export const firmOrganisationWords: readonly string[] = [
  'factory|工厂|gongchang|plant|works|mill|mills|fabrika|fabrik|usine|fabrica|厂|制造厂|加工厂|总厂|manufactory|main factory|zavod|fty|fact|factories',
  'institute|研究所|研究院|yanjiusuo|yanjiuyuan|research institute|research academy|academy|design institute|设计院|research center|research centre|institution',
  'university|大学|daxue|college|学院|xueyuan|universitat|universidad|universite|univ',
  'school|学校|xuexiao|training center|training centre|培训中心|vocational skills education training center|vocation skills education training center|职业技能教育培训中心|vsetc|reeducation camp|reeducation through labor camp',
  'prison|监狱|jianyu|jail|penitentiary|laogai detachment|labor reform detachment|labour reform detachment|reform through labor|劳改|detention center|戒毒所|labour camp|labor camp|laogai|state penitentiary',
  'industrial park|工业园|工业园区|gongye yuan|gongyeyuan|industry park|industrial zone|industrial area|产业园|产业园区|技术开发区|development zone|开发区|经济技术开发区|economic and technological development zone|工业区|logistics park|物流园|物流园区|science park|科技园|industrial estate',
  'bureau|局|public security bureau|公安局|department|厅|ministry|administration|管理局|government|政府|committee|委员会|commission|管委会|管理委员会',
  'farm|农场|nongchang|state farm|牧场|ranch|plantation|finca|estate|tree farm|tea farm|林场|团场|hacienda',
  'mine|矿|kuang|mines|采矿|矿山|colliery|煤矿|金矿|铜矿|diamond fields|gold mine|coal mine|copper mine',
  'hospital|医院|yiyuan|clinic|klinik',
  'bank|银行|yinhang|banque|banco',
  'foundation|基金会|jijinhui|fund|基金',
  'station|站|depot|transfer warehouse|reserve library|储备库|transfer reserve|reserve depot|仓库|warehouse|中转库',
  'laboratory|实验室|lab|laboratories|labs|key laboratory|重点实验室',
  'association|协会|xiehui|chamber of commerce|商会|federation',
  'market|市场|bazaar|shichang|mall|商场|shopping mall|supermarket|超市|store|shop|商店|店',
  'center|centre|中心|zhongxin',
  'office|办事处|representative office|代表处|rep office|banshichu',
  'regiment|团|tuan|battalion|brigade',
  'division|师|shi bingtuan|agricultural division|农业师',
  'fishing vessel|fishing vessels|fishing boat|渔船|fv|f v|mv|m v|vessel|motor vessel|ship|fishing vessel named',
];
