/**
 * Places that Chinese firms carry in their names, with Hanzi, the usual spelling and others met.
 *
 * One line a province: code, weight (our estimate of its share of exporting firms, per thousand),
 * province, then its towns. Each place is 'Hanzi Spelling' and further spellings after '/'. Own
 * table, so that the benchmark does not lean on the matcher's; spellings are those in common use.
 */

export interface Place {
  /** Unique in the table: the Hanzi and the province's code. */
  readonly id: string;
  readonly hanzi: string;
  readonly province: string;
  readonly isProvince: boolean;
  /** Usual spelling first. */
  readonly spellings: readonly string[];
}

const lines: readonly string[] = [
  'GD 170 广东 Guangdong/Kwangtung; 深圳 Shenzhen/Shen Zhen; 广州 Guangzhou/Canton/Guang Zhou; 东莞 Dongguan/Dong Guan; 佛山 Foshan; 中山 Zhongshan; 珠海 Zhuhai; 汕头 Shantou/Swatow; 惠州 Huizhou; 江门 Jiangmen; 揭阳 Jieyang; 潮州 Chaozhou; 肇庆 Zhaoqing; 顺德 Shunde; 湛江 Zhanjiang; 普宁 Puning; 开平 Kaiping; 阳江 Yangjiang; 梅州 Meizhou; 清远 Qingyuan',
  'ZJ 150 浙江 Zhejiang/Chekiang; 宁波 Ningbo/Ningpo; 杭州 Hangzhou/Hangchow; 温州 Wenzhou; 绍兴 Shaoxing; 义乌 Yiwu; 嘉兴 Jiaxing; 台州 Taizhou; 湖州 Huzhou; 金华 Jinhua; 海宁 Haining; 慈溪 Cixi; 诸暨 Zhuji; 余姚 Yuyao; 永康 Yongkang; 桐乡 Tongxiang; 瑞安 Ruian/Rui An; 平湖 Pinghu; 萧山 Xiaoshan; 丽水 Lishui; 衢州 Quzhou; 舟山 Zhoushan',
  'JS 140 江苏 Jiangsu/Kiangsu; 苏州 Suzhou/Soochow; 无锡 Wuxi; 常州 Changzhou; 南京 Nanjing/Nanking; 南通 Nantong; 扬州 Yangzhou; 江阴 Jiangyin; 常熟 Changshu; 张家港 Zhangjiagang; 徐州 Xuzhou; 盐城 Yancheng; 镇江 Zhenjiang; 泰州 Taizhou; 昆山 Kunshan; 连云港 Lianyungang; 吴江 Wujiang; 海门 Haimen; 宜兴 Yixing; 淮安 Huaian; 宿迁 Suqian; 丹阳 Danyang; 如皋 Rugao',
  'SD 110 山东 Shandong/Shantung; 青岛 Qingdao/Tsingtao; 济南 Jinan/Tsinan; 烟台 Yantai; 潍坊 Weifang; 临沂 Linyi; 淄博 Zibo; 威海 Weihai; 济宁 Jining; 聊城 Liaocheng; 德州 Dezhou; 日照 Rizhao; 菏泽 Heze; 滨州 Binzhou; 泰安 Taian; 东营 Dongying; 枣庄 Zaozhuang; 胶州 Jiaozhou; 即墨 Jimo; 寿光 Shouguang; 莱阳 Laiyang; 高密 Gaomi; 邹平 Zouping',
  'FJ 70 福建 Fujian/Fukien; 厦门 Xiamen/Amoy; 泉州 Quanzhou; 福州 Fuzhou/Foochow; 晋江 Jinjiang; 石狮 Shishi; 漳州 Zhangzhou; 莆田 Putian; 南安 Nanan; 宁德 Ningde; 三明 Sanming; 南平 Nanping; 龙岩 Longyan; 福清 Fuqing',
  'SH 70 上海 Shanghai; 浦东 Pudong; 松江 Songjiang; 嘉定 Jiading; 青浦 Qingpu; 奉贤 Fengxian',
  'HE 50 河北 Hebei/Hopei; 石家庄 Shijiazhuang; 保定 Baoding; 唐山 Tangshan; 廊坊 Langfang; 沧州 Cangzhou; 邢台 Xingtai; 衡水 Hengshui; 邯郸 Handan; 安平 Anping; 高阳 Gaoyang; 南宫 Nangong; 秦皇岛 Qinhuangdao; 张家口 Zhangjiakou',
  'BJ 35 北京 Beijing/Peking; 海淀 Haidian; 朝阳 Chaoyang; 通州 Tongzhou',
  'TJ 30 天津 Tianjin/Tientsin; 滨海 Binhai; 武清 Wuqing',
  'HA 35 河南 Henan/Honan; 郑州 Zhengzhou; 洛阳 Luoyang; 南阳 Nanyang; 新乡 Xinxiang; 许昌 Xuchang; 商丘 Shangqiu; 开封 Kaifeng; 安阳 Anyang; 周口 Zhoukou; 焦作 Jiaozuo; 新野 Xinye; 濮阳 Puyang',
  'AH 35 安徽 Anhui/Anhwei; 合肥 Hefei; 芜湖 Wuhu; 安庆 Anqing; 阜阳 Fuyang; 滁州 Chuzhou; 蚌埠 Bengbu; 亳州 Bozhou; 宣城 Xuancheng; 六安 Luan/Liuan; 巢湖 Chaohu; 马鞍山 Maanshan; 宿州 Suzhou; 黄山 Huangshan',
  'HB 30 湖北 Hubei/Hupeh; 武汉 Wuhan; 宜昌 Yichang; 襄阳 Xiangyang; 荆州 Jingzhou; 黄石 Huangshi; 孝感 Xiaogan; 仙桃 Xiantao; 黄梅 Huangmei; 十堰 Shiyan; 赤壁 Chibi; 随州 Suizhou',
  'HN 25 湖南 Hunan; 长沙 Changsha; 株洲 Zhuzhou; 浏阳 Liuyang; 衡阳 Hengyang; 岳阳 Yueyang; 常德 Changde; 邵阳 Shaoyang; 益阳 Yiyang; 永州 Yongzhou',
  'SC 25 四川 Sichuan/Szechuan/Szechwan; 成都 Chengdu/Chengtu; 绵阳 Mianyang; 德阳 Deyang; 乐山 Leshan; 自贡 Zigong; 南充 Nanchong; 宜宾 Yibin; 雅安 Yaan; 泸州 Luzhou',
  'CQ 18 重庆 Chongqing/Chungking; 涪陵 Fuling; 万州 Wanzhou; 永川 Yongchuan',
  'LN 28 辽宁 Liaoning; 大连 Dalian/Dairen; 沈阳 Shenyang; 鞍山 Anshan; 丹东 Dandong; 营口 Yingkou; 锦州 Jinzhou; 抚顺 Fushun; 海城 Haicheng',
  'JL 8 吉林 Jilin/Kirin; 长春 Changchun; 通化 Tonghua; 四平 Siping; 延吉 Yanji',
  'HL 8 黑龙江 Heilongjiang; 哈尔滨 Harbin/Haerbin; 大庆 Daqing; 齐齐哈尔 Qiqihar/Tsitsihar/Qiqihaer; 牡丹江 Mudanjiang; 佳木斯 Jiamusi',
  'JX 20 江西 Jiangxi/Kiangsi; 南昌 Nanchang; 赣州 Ganzhou; 九江 Jiujiang; 景德镇 Jingdezhen; 吉安 Jian; 宜春 Yichun; 上饶 Shangrao; 萍乡 Pingxiang; 抚州 Fuzhou',
  'SX 12 山西 Shanxi; 太原 Taiyuan; 大同 Datong; 长治 Changzhi; 运城 Yuncheng; 临汾 Linfen; 晋中 Jinzhong',
  "SN 15 陕西 Shaanxi/Shensi; 西安 Xian/Xi'an/Sian; 咸阳 Xianyang; 宝鸡 Baoji; 渭南 Weinan; 榆林 Yulin; 汉中 Hanzhong",
  'GX 14 广西 Guangxi/Kwangsi; 南宁 Nanning; 柳州 Liuzhou; 桂林 Guilin/Kweilin; 玉林 Yulin; 北海 Beihai; 梧州 Wuzhou; 钦州 Qinzhou',
  'YN 10 云南 Yunnan; 昆明 Kunming; 曲靖 Qujing; 大理 Dali; 玉溪 Yuxi; 普洱 Puer; 德宏 Dehong',
  'GZ 7 贵州 Guizhou/Kweichow; 贵阳 Guiyang; 遵义 Zunyi; 六盘水 Liupanshui; 安顺 Anshun',
  'HI 5 海南 Hainan; 海口 Haikou; 三亚 Sanya; 儋州 Danzhou',
  'GS 7 甘肃 Gansu/Kansu; 兰州 Lanzhou/Lanchow; 天水 Tianshui; 白银 Baiyin; 酒泉 Jiuquan; 张掖 Zhangye; 嘉峪关 Jiayuguan',
  'QH 3 青海 Qinghai/Tsinghai; 西宁 Xining/Sining; 海东 Haidong; 格尔木 Golmud/Geermu',
  'NX 4 宁夏 Ningxia/Ninghsia; 银川 Yinchuan; 石嘴山 Shizuishan; 吴忠 Wuzhong; 中卫 Zhongwei',
  'NM 9 内蒙古 Inner Mongolia/Neimenggu/Nei Mongol; 呼和浩特 Hohhot/Huhehaote; 包头 Baotou/Paotow; 鄂尔多斯 Ordos/Eerduosi; 赤峰 Chifeng; 通辽 Tongliao; 巴彦淖尔 Bayannur/Bayannaoer; 五原 Wuyuan',
  'XZ 1 西藏 Tibet/Xizang; 拉萨 Lhasa/Lasa; 日喀则 Shigatse/Rikaze; 林芝 Nyingchi/Linzhi',
  'XJ 60 新疆 Xinjiang/Sinkiang/Xin Jiang/XUAR; 乌鲁木齐 Urumqi/Wulumuqi/Urumchi/Wulumqi; 喀什 Kashgar/Kashi/Kaxgar/Qeshqer; 和田 Hotan/Hetian/Khotan/He Tian/Xoten; 阿克苏 Aksu/Akesu/Aqsu; 库尔勒 Korla/Kuerle; 昌吉 Changji/Sanji; 伊犁 Ili/Yili; 伊宁 Yining/Ghulja/Gulja/Kulja; 石河子 Shihezi/Shi He Zi; 吐鲁番 Turpan/Tulufan/Turfan; 哈密 Hami/Kumul/Qumul; 克拉玛依 Karamay/Kelamayi; 奎屯 Kuytun/Kuitun; 塔城 Tacheng/Tarbagatay/Qoqek; 阿勒泰 Altay/Aletai/Altai; 博乐 Bole/Bortala; 阿图什 Artux/Atushi/Atush; 洛浦 Lop/Luopu; 墨玉 Moyu/Karakax/Qaraqash; 皮山 Pishan/Guma; 于田 Yutian/Keriya; 莎车 Shache/Yarkant/Yarkand; 疏勒 Shule/Yengisheher; 疏附 Shufu/Konasheher; 英吉沙 Yengisar/Yingjisha; 巴楚 Bachu/Maralbexi/Maralbeshi; 伽师 Jiashi/Payzawat/Peyziwat; 麦盖提 Makit/Maigaiti; 库车 Kuqa/Kuche/Kucha; 沙雅 Shaya/Xayar; 阿瓦提 Awat/Awati; 温宿 Wensu/Onsu; 拜城 Baicheng/Bay; 尉犁 Yuli/Lopnur; 轮台 Luntai/Bugur; 且末 Qiemo/Qarqan/Cherchen; 若羌 Ruoqiang/Qarkilik/Charkhlik; 焉耆 Yanqi/Karashahr; 阜康 Fukang; 呼图壁 Hutubi; 玛纳斯 Manas/Manasi; 鄯善 Shanshan/Piqan/Pichan; 托克逊 Toksun/Tuokexun; 五家渠 Wujiaqu; 阿拉尔 Aral/Alaer; 图木舒克 Tumxuk/Tumushuke/Tumshuq; 北屯 Beitun; 胡杨河 Huyanghe; 乌苏 Wusu/Usu; 沙湾 Shawan; 霍城 Huocheng/Korgas; 奇台 Qitai/Guqung',
];

function read(): { places: Place[]; weightOf: Map<string, number> } {
  const places: Place[] = [];
  const weightOf = new Map<string, number>();
  for (const line of lines) {
    const head = /^(\w+) (\d+) (.*)$/.exec(line);
    if (head === null) throw new Error(`places: cannot read "${line.slice(0, 20)}"`);
    const [, code = '', weight = '0', rest = ''] = head;
    weightOf.set(code, Number(weight));
    for (const [rank, text] of rest.split('; ').entries()) {
      const space = text.indexOf(' ');
      const hanzi = text.slice(0, space);
      places.push({
        id: `${hanzi}-${code}`,
        hanzi,
        province: code,
        isProvince: rank === 0,
        spellings: text.slice(space + 1).split('/'),
      });
    }
  }
  return { places, weightOf };
}

const table = read();
export const places: readonly Place[] = table.places;
/** Per thousand exporting firms, by province code. */
export const provinceWeights: ReadonlyMap<string, number> = table.weightOf;

/** Uyghur in Arabic script, for the places of Xinjiang whose Uyghur spelling is in common use. */
export const uyghurArabic: Readonly<Record<string, string>> = {
  新疆: 'شىنجاڭ',
  乌鲁木齐: 'ئۈرۈمچى',
  喀什: 'قەشقەر',
  和田: 'خوتەن',
  阿克苏: 'ئاقسۇ',
  库尔勒: 'كورلا',
  伊犁: 'ئىلى',
  伊宁: 'غۇلجا',
  吐鲁番: 'تۇرپان',
  哈密: 'قۇمۇل',
  克拉玛依: 'قاراماي',
  洛浦: 'لوپ',
  墨玉: 'قاراقاش',
  皮山: 'گۇما',
  莎车: 'يەكەن',
  库车: 'كۇچا',
  阿勒泰: 'ئالتاي',
};
