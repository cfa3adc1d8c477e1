/**
 * The characters that Chinese firms build brands of, with their reading.
 *
 * Three tables, because a brand's first and last character are chosen differently: 华, 新 and 金 open
 * names, 达, 源 and 盛 close them, and about a quarter of characters come from a wide flat tail.
 * Order is our estimate of frequency, most frequent first. Own table, so that the benchmark does not
 * lean on the matcher's readings. Readings are those used in names; 'v' never occurs among them.
 */

export interface Syllable {
  readonly hanzi: string;
  readonly pinyin: string;
}

const opening =
  '华hua 新xin 天tian 金jin 鑫xin 恒heng 宏hong 中zhong 永yong 东dong 海hai 嘉jia 佳jia 兴xing 瑞rui 万wan 龙long 富fu 泰tai 德de ' +
  '盛sheng 汇hui 安an 锦jin 长chang 正zheng 鸿hong 凯kai 大da 祥xiang 光guang 众zhong 三san 百bai 博bo 创chuang 广guang 国guo 福fu 润run ' +
  '美mei 美mei 双shuang 亿yi 益yi 顺shun 联lian 同tong 康kang 荣rong 银yin 玉yu 星xing 飞fei 振zhen 昌chang 明ming 红hong 科ke 诚cheng 远yuan ' +
  '利li 信xin 亚ya 通tong 宝bao 胜sheng 旭xu 骏jun 豪hao 雅ya 圣sheng 腾teng 捷jie 优you 绿lv 春chun 志zhi 建jian 欧ou 吉ji ' +
  '卓zhuo 晨chen 隆long 禾he 赛sai 宇yu 晶jing 兰lan 欣xin 丰feng 力li 立li 世shi 云yun 文wen 聚ju 艾ai 奥ao 迪di 威wei ' +
  '元yuan 启qi 航hang 精jing 伟wei 军jun 皓hao 浩hao 弘hong 尚shang 时shi 麦mai 乐le 仁ren 方fang 白bai 青qing 古gu 南nan 北bei 西xi 江jiang';

const closing =
  '达da 源yuan 盛sheng 兴xing 丰feng 隆long 泰tai 康kang 利li 发fa 瑞rui 顺shun 通tong 和he 美mei 华hua 祥xiang 信xin 诚cheng 鑫xin ' +
  '龙long 安an 宇yu 德de 成cheng 胜sheng 昌chang 辉hui 佳jia 福fu 润run 来lai 荣rong 星xing 海hai 力li 伟wei 富fu 宏hong 恒heng ' +
  '远yuan 阳yang 升sheng 明ming 业ye 洋yang 强qiang 鹏peng 宝bao 锋feng 凯kai 威wei 博bo 杰jie 裕yu 莱lai 邦bang 豪hao 林lin 亚ya ' +
  '庆qing 正zheng 特te 尔er 维wei 丽li 娜na 斯si 联lian 创chuang 捷jie 飞fei 腾teng 马ma 峰feng 旺wang 禾he 航hang 翔xiang 原yuan ' +
  '嘉jia 英ying 光guang 江jiang 河he 山shan 鸿hong 鼎ding 雅ya 欣xin 友you 汇hui 晟sheng 益yi 新xin 中zhong 桥qiao 科ke 亿yi 迪di ' +
  '克ke 纳na 奇qi 诺nuo 森sen 卡ka 尼ni 乐le 凌ling 腾teng 宸chen 岳yue 泉quan 湖hu 田tian 园yuan 村cun 堂tang 轩xuan 阁ge';

const tail =
  '爱ai 昂ang 傲ao 巴ba 班ban 贝bei 本ben 毕bi 彬bin 冰bing 炳bing 波bo 财cai 彩cai 灿can 沧cang 策ce 禅chan 超chao 朝chao 辰chen ' +
  '程cheng 驰chi 赤chi 崇chong 川chuan 淳chun 慈ci 丛cong 翠cui 丹dan 道dao 登deng 典dian 殿dian 鼎ding 定ding 鹤he 端duan 敦dun 多duo ' +
  '鄂e 恩en 凡fan 芳fang 菲fei 芬fen 枫feng 凤feng 佛fo 甫fu 赋fu 甘gan 钢gang 高gao 歌ge 格ge 耕geng 功gong 谷gu 冠guan ' +
  '贵gui 桂gui 果guo 涵han 汉han 翰han 杭hang 合he 贺he 衡heng 虹hong 厚hou 虎hu 互hu 桦hua 怀huai 欢huan 环huan 皇huang 慧hui ' +
  '惠hui 火huo 极ji 集ji 济ji 家jia 坚jian 健jian 剑jian 娇jiao 洁jie 津jin 进jin 晋jin 景jing 敬jing 静jing 九jiu 久jiu 巨ju ' +
  '娟juan 君jun 钧jun 开kai 可ke 坤kun 昆kun 阔kuo 岚lan 朗lang 浪lang 雷lei 蕾lei 黎li 理li 丽li 连lian 良liang 亮liang 列lie ' +
  '琳lin 霖lin 灵ling 玲ling 流liu 柳liu 鲁lu 路lu 鹭lu 洛luo 罗luo 满man 茂mao 梅mei 蒙meng 梦meng 米mi 妙miao 民min 敏min ' +
  '名ming 铭ming 茗ming 木mu 牧mu 沐mu 能neng 年nian 宁ning 浓nong 盘pan 沛pei 品pin 平ping 萍ping 普pu 七qi 齐qi 琪qi 千qian ' +
  '前qian 乾qian 巧qiao 琴qin 勤qin 晴qing 清qing 秋qiu 群qun 然ran 日ri 融rong 如ru 锐rui 若ruo 桑sang 色se 沙sha 善shan 上shang ' +
  '申shen 深shen 神shen 生sheng 石shi 拾shi 首shou 书shu 舒shu 树shu 帅shuai 水shui 硕shuo 丝si 思si 松song 苏su 速su 太tai 谭tan ' +
  '唐tang 涛tao 陶tao 婷ting 统tong 途tu 拓tuo 皖wan 王wang 唯wei 蔚wei 温wen 沃wo 武wu 五wu 舞wu 希xi 溪xi 喜xi 霞xia 夏xia ' +
  '仙xian 先xian 贤xian 湘xiang 向xiang 晓xiao 潇xiao 协xie 谐xie 心xin 秀xiu 徐xu 雪xue 迅xun 雁yan 燕yan 岩yan 扬yang 瑶yao 耀yao ' +
  '叶ye 一yi 伊yi 怡yi 艺yi 易yi 逸yi 翼yi 音yin 鹰ying 盈ying 颖ying 勇yong 尤you 宥you 渔yu 雨yu 育yu 御yu 缘yuan 月yue 跃yue ' +
  '越yue 悦yue 允yun 韵yun 泽ze 增zeng 展zhan 战zhan 昭zhao 哲zhe 真zhen 震zhen 征zheng 之zhi 智zhi 至zhi 致zhi 洲zhou 舟zhou 竹zhu ' +
  '柱zhu 庄zhuang 壮zhuang 紫zi 子zi 自zi 宗zong 纵zong 尊zun 佐zuo 作zuo 座zuo';

function read(table: string): Syllable[] {
  return table.split(' ').map((entry) => ({ hanzi: entry.slice(0, 1), pinyin: entry.slice(1) }));
}

export const openingSyllables: readonly Syllable[] = read(opening);
export const closingSyllables: readonly Syllable[] = read(closing);
export const tailSyllables: readonly Syllable[] = read(tail);

/** Every reading in the tables and the other syllables of Mandarin that real brands are cut into. */
export const mandarinSyllables: ReadonlySet<string> = new Set(
  (
    [...openingSyllables, ...closingSyllables, ...tailSyllables].map((s) => s.pinyin).join(' ') +
    ' a ba bai ban bang bao bei ben bian biao bin bo bu ca cai can cang cao cha chai chang chao che chen chi chou chu chuan ' +
    'cui da dai dan dang dao deng diao ding dou du duan dui dun e er fan fang fei fou gai gan gang gao ge gong gou gu gua ' +
    'guan gui gun ha hai hao hei hou hu huai huan huang hun ji jia jian jiang jiao jing jiong ju jue kai kan kang kao ke ' +
    'kong kou ku kuai kuang kun lai lao lei leng liao liu lou lu luan lun luo ma man mang mao men mi mian mo mou mu na nan ' +
    'nao nei nian niang niu nong nu nuo pan pang pei pi pian pin po pu qi qian qiang qiao qin qing qiong qiu qu quan que ' +
    'rao ren rong rou ru ruan run sai san sang sha shan shang shao she shi shou shu shuai shuang shun shuo song su suo ta ' +
    'tan tang tao te teng ti tian tiao tie tong tou tu tuan tui tuo wa wai wan wang wei wen wo wu xi xia xian xiang xiao ' +
    'xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yong you yu yuan yue yun za zai zan zao ze zeng ' +
    'zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuan zhuang zhui zhuo zi zong zou zu zuan zui zun zuo'
  )
    .split(' ')
    .filter((s) => s !== ''),
);
