/**
 * Provinces of China, their prefecture-level units and the county-level cities a firm's name holds.
 *
 * Latin spellings come from the readings table; 'spelt' gives what readings do not. Two cities of
 * one pinyin (泰州 and 台州) stay two places. Source: GB/T 2260 divisions of China (2023 state);
 * English and postal spellings in common use. Xinjiang has a table of its own.
 */
export interface ChineseProvince {
  /** ISO 3166-2 code after 'CN-'. */
  readonly code: string;
  readonly hanzi: string;
  /** Spellings apart by '|'; the first is printed. */
  readonly spelt: string;
  /** Prefecture-level units, without 市; then county-level ones. */
  readonly cities: string;
  readonly counties: string;
}

export const chineseProvinces: readonly ChineseProvince[] = [
  {
    code: 'BJ',
    hanzi: '北京',
    spelt: 'Beijing|Peking|Pekin|BJ',
    cities: '',
    counties: '海淀 朝阳区 丰台 通州区 昌平 顺义 大兴区 房山 怀柔 密云 延庆 中关村',
  },
  {
    code: 'TJ',
    hanzi: '天津',
    spelt: 'Tianjin|Tientsin|TJ',
    cities: '',
    counties: '滨海新区 滨海 塘沽 武清 静海 宝坻 蓟州 宁河 北辰 津南 西青',
  },
  {
    code: 'HE',
    hanzi: '河北',
    spelt: 'Hebei|Hopei|Hopeh',
    cities: '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水',
    counties:
      '辛集 晋州 新乐 遵化 迁安 滦州 武安 南宫 沙河 涿州 定州 安国 安平 枣强 容城 肃宁 永年 平乡 高碑店 泊头 任丘 黄骅 河间 霸州 三河 深州 临西 清河 高阳 正定 宁晋 曲周',
  },
  {
    code: 'SX',
    hanzi: '山西',
    spelt: 'Shanxi|Shansi',
    cities: '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁',
    counties: '古交 高平 介休 永济 河津 原平 侯马 霍州 孝义 汾阳 怀仁',
  },
  {
    code: 'NM',
    hanzi: '内蒙古',
    spelt: 'Inner Mongolia|Nei Mongol|Neimenggu|Nei Menggu|Innermongolia|Inner Mongol',
    cities:
      '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善',
    counties:
      '霍林郭勒 满洲里 牙克石 扎兰屯 额尔古纳 根河 丰镇 乌兰浩特 阿尔山 二连浩特 锡林浩特 五原 准格尔',
  },
  {
    code: 'LN',
    hanzi: '辽宁',
    spelt: 'Liaoning',
    cities: '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛',
    counties:
      '新民 瓦房店 庄河 海城 东港 凤城 凌海 北镇 盖州 大石桥 灯塔 调兵山 开原 北票 凌源 兴城',
  },
  {
    code: 'JL',
    hanzi: '吉林',
    spelt: 'Jilin|Kirin',
    cities: '长春 吉林市 四平 辽源 通化 白山 松原 白城 延边',
    counties:
      '榆树 德惠 公主岭 蛟河 桦甸 舒兰 磐石 双辽 梅河口 集安 临江 扶余 洮南 大安 延吉 图们 敦化 珲春 龙井 和龙',
  },
  {
    code: 'HL',
    hanzi: '黑龙江',
    spelt: 'Heilongjiang|Heilungkiang',
    cities: '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭',
    counties:
      '尚志 五常 讷河 虎林 密山 铁力 同江 富锦 抚远 绥芬河 海林 宁安 穆棱 东宁 北安 五大连池 嫩江 安达 肇东 海伦 兰西',
  },
  {
    code: 'SH',
    hanzi: '上海',
    spelt: 'Shanghai|SH',
    cities: '',
    counties: '浦东 闵行 松江 嘉定 奉贤 青浦 金山区 崇明 杨浦 徐汇 静安',
  },
  {
    code: 'JS',
    hanzi: '江苏',
    spelt: 'Jiangsu|Kiangsu',
    cities: '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁',
    counties:
      '滨海 沭阳 睢宁 江阴 宜兴 新沂 邳州 溧阳 常熟 张家港 昆山 太仓 启东 如皋 海门 海安 东台 仪征 高邮 丹阳 扬中 句容 兴化 靖江 泰兴 吴江 东海',
  },
  {
    code: 'ZJ',
    hanzi: '浙江',
    spelt: 'Zhejiang|Chekiang',
    cities: '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水',
    counties:
      '建德 余姚 慈溪 瑞安 乐清 龙港 海宁 平湖 桐乡 诸暨 嵊州 兰溪 义乌 东阳 永康 江山 玉环 温岭 临海 龙泉 宁海 余杭 萧山 富阳 临安 上虞 象山 长兴 德清 安吉 海盐 嘉善',
  },
  {
    code: 'AH',
    hanzi: '安徽',
    spelt: 'Anhui|Anhwei',
    cities: '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城',
    counties: '巢湖 无为 桐城 潜山 天长 明光 界首 宁国 广德 南陵 繁昌',
  },
  {
    code: 'FJ',
    hanzi: '福建',
    spelt: 'Fujian|Fukien',
    cities: '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德',
    counties: '福清 永安 石狮 晋江 南安 龙海 邵武 武夷山 建瓯 漳平 福安 福鼎 长乐 惠安 安溪',
  },
  {
    code: 'JX',
    hanzi: '江西',
    spelt: 'Jiangxi|Kiangsi',
    cities: '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶',
    counties: '乐平 瑞昌 共青城 庐山 贵溪 瑞金 龙南 井冈山 丰城 樟树 高安 德兴',
  },
  {
    code: 'SD',
    hanzi: '山东',
    spelt: 'Shandong|Shantung|SD',
    cities: '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 莱芜',
    counties:
      '胶州 平度 莱西 滕州 龙口 莱阳 莱州 招远 栖霞 海阳 青州 诸城 寿光 安丘 高密 昌邑 曲阜 邹城 新泰 肥城 荣成 乳山 乐陵 禹城 临清 邹平 蓬莱 即墨 巨野 莒南 莒县 郯城 沂水 金乡',
  },
  {
    code: 'HA',
    hanzi: '河南',
    spelt: 'Henan|Honan',
    cities:
      '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源',
    counties:
      '巩义 荥阳 新密 新郑 登封 舞钢 汝州 林州 卫辉 辉县 长垣 沁阳 孟州 禹州 长葛 义马 灵宝 邓州 永城 项城 新野 鄢陵 太康 偃师',
  },
  {
    code: 'HB',
    hanzi: '湖北',
    spelt: 'Hubei|Hupeh|Hupei',
    cities: '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施',
    counties:
      '大冶 丹江口 宜都 当阳 枝江 老河口 枣阳 宜城 钟祥 京山 应城 安陆 汉川 石首 洪湖 松滋 监利 麻城 武穴 赤壁 广水 利川 仙桃 潜江 天门 黄梅 神农架',
  },
  {
    code: 'HN',
    hanzi: '湖南',
    spelt: 'Hunan',
    cities: '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西',
    counties:
      '浏阳 宁乡 醴陵 湘乡 韶山 耒阳 常宁 武冈 邵东 汨罗 临湘 津市 沅江 资兴 洪江 冷水江 涟源 吉首',
  },
  {
    code: 'GD',
    hanzi: '广东',
    spelt: 'Guangdong|Kwangtung|Canton Province|GD',
    cities:
      '广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮',
    counties:
      '乐昌 南雄 台山 开平 鹤山 恩平 廉江 雷州 吴川 高州 化州 信宜 四会 兴宁 陆丰 阳春 英德 连州 普宁 罗定 番禺 顺德 南海区 花都 增城 从化 惠阳 惠东 博罗 三水 高明 宝安 龙岗 潮阳 澄海',
  },
  {
    code: 'GX',
    hanzi: '广西',
    spelt: 'Guangxi|Kwangsi',
    cities: '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左',
    counties: '岑溪 东兴 桂平 北流 靖西 平果 合山 凭祥 荔浦 横州',
  },
  {
    code: 'HI',
    hanzi: '海南',
    spelt: 'Hainan',
    cities: '海口 三亚 三沙 儋州',
    counties: '五指山 琼海 文昌 万宁 东方市',
  },
  {
    code: 'CQ',
    hanzi: '重庆',
    spelt: 'Chongqing|Chungking|CQ',
    cities: '',
    counties: '涪陵 万州 江津 合川 永川 綦江 璧山 渝北',
  },
  {
    code: 'SC',
    hanzi: '四川',
    spelt: 'Sichuan|Szechuan|Szechwan',
    cities:
      '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山',
    counties: '都江堰 彭州 邛崃 崇州 简阳 广汉 什邡 绵竹 江油 隆昌 峨眉山 阆中 华蓥 万源 西昌 射洪',
  },
  {
    code: 'GZ',
    hanzi: '贵州',
    spelt: 'Guizhou|Kweichow',
    cities: '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南',
    counties: '清镇 赤水 仁怀 黔西 盘州 兴义 凯里 都匀 福泉',
  },
  {
    code: 'YN',
    hanzi: '云南',
    spelt: 'Yunnan',
    cities: '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆',
    counties: '安宁 宣威 澄江 腾冲 水富 个旧 开远 蒙自 弥勒 景洪 瑞丽 芒市',
  },
  {
    code: 'XZ',
    hanzi: '西藏',
    spelt: 'Tibet|Xizang',
    cities: '拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区',
    counties: '',
  },
  {
    code: 'SN',
    hanzi: '陕西',
    spelt: 'Shaanxi|Shensi',
    cities: '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛',
    counties: '兴平 彬州 韩城 华阴 子长 神木 旬阳 杨凌',
  },
  {
    code: 'GS',
    hanzi: '甘肃',
    spelt: 'Gansu|Kansu',
    cities: '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南',
    counties: '华亭 玉门 敦煌 合作市',
  },
  {
    code: 'QH',
    hanzi: '青海',
    spelt: 'Qinghai|Tsinghai|Chinghai',
    cities: '西宁 海东 海北 黄南 果洛 玉树 海西',
    counties: '格尔木 德令哈 茫崖 同仁',
  },
  {
    code: 'NX',
    hanzi: '宁夏',
    spelt: 'Ningxia|Ninghsia',
    cities: '银川 石嘴山 吴忠 固原 中卫',
    counties: '灵武 青铜峡',
  },
  {
    code: 'HK',
    hanzi: '香港',
    spelt: 'Hong Kong|Hongkong|HK|Xianggang|H K|HKSAR',
    cities: '',
    counties: '九龙 新界',
  },
  { code: 'MO', hanzi: '澳门', spelt: 'Macau|Macao|Aomen', cities: '', counties: '' },
  {
    code: 'TW',
    hanzi: '台湾',
    spelt: 'Taiwan|Formosa|ROC',
    cities: '台北 高雄 台中 台南 新竹 桃园 基隆 嘉义',
    counties: '彰化 屏东 宜兰 花莲 苗栗 南投 云林',
  },
];

/** Spellings that readings do not give, by Hanzi; apart by '|'. */
export const furtherSpellings: Readonly<Record<string, string>> = {
  格尔木: 'Golmud|Geermu',
  林芝: 'Nyingchi|Linzhi',
  呼和浩特: 'Hohhot|Huhhot|Huhehot',
  哈尔滨: 'Harbin|Haerbin',
  齐齐哈尔: 'Qiqihar|Tsitsihar',
  鄂尔多斯: 'Ordos',
  呼伦贝尔: 'Hulunbuir|Hulun Buir',
  巴彦淖尔: 'Bayannur|Bayan Nur',
  乌兰察布: 'Ulanqab|Ulanchab',
  锡林郭勒: 'Xilingol|Xilin Gol',
  满洲里: 'Manzhouli|Manchuria',
  拉萨: 'Lhasa',
  日喀则: 'Shigatse|Xigaze',
  广州: 'Guangzhou|Canton|Kwangchow',
  南京: 'Nanjing|Nanking',
  青岛: 'Qingdao|Tsingtao|Tsingdao',
  厦门: 'Xiamen|Amoy',
  苏州: 'Suzhou|Soochow',
  杭州: 'Hangzhou|Hangchow',
  福州: 'Fuzhou|Foochow',
  汕头: 'Shantou|Swatow',
  大连: 'Dalian|Dairen|Talien',
  沈阳: 'Shenyang|Mukden',
  西安: "Xi'an|Xian|Sian",
  深圳: 'Shenzhen|Shenzen|Shen Zhen|SZ',
  佛山: 'Foshan|Fatshan',
  宁波: 'Ningbo|Ningpo',
  烟台: 'Yantai|Chefoo',
  六安: "Lu'an|Luan|Liuan",
  延边: 'Yanbian',
  台北: 'Taipei|Taibei',
  高雄: 'Kaohsiung|Gaoxiong',
  台中: 'Taichung|Taizhong',
  台南: 'Tainan',
  新竹: 'Hsinchu|Xinzhu',
  桃园: 'Taoyuan',
  基隆: 'Keelung|Jilong',
  嘉义: 'Chiayi|Jiayi',
  彰化: 'Changhua|Changhwa',
  屏东: 'Pingtung|Pingdong',
  九龙: 'Kowloon|Jiulong',
  顺德: 'Shunde|Shuntak',
  番禺: 'Panyu',
  东莞: 'Dongguan|Tungkun',
  中山: 'Zhongshan|Chungshan',
  吉林市: 'Jilin City',
  闵行: 'Minhang',
  番禺区: 'Panyu',
  什邡: 'Shifang',
  枣阳: 'Zaoyang',
  郴州: 'Chenzhou',
  漯河: 'Luohe',
  西双版纳: 'Xishuangbanna|Sipsongpanna',
  香格里拉: 'Shangri La',
  乐清: 'Yueqing|Leqing',
  单县: 'Shanxian',
  都匀: 'Duyun',
  成都: 'Chengdu|Chengtu',
  乐山: 'Leshan',
  长兴: 'Changxing',
  重庆: 'Chongqing',
  蚌埠: 'Bengbu|Pengpu',
  亳州: 'Bozhou',
  张家港: 'Zhangjiagang',
  嵊州: 'Shengzhou',
  浦东: 'Pudong',
  莒南: 'Junan|Ju Nan',
  莱芜: 'Laiwu',
  神农架: 'Shennongjia',
};
