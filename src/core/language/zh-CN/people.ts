/** How people and shops are introduced in Chinese. Surnames that are common words as well (向, 和, 万, 钱) are left out. */

export const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤康易樊葛洪樊兰殷施翁庞颜倪梅伍俞阮聂鲁章詹涂柯欧裴柳焦骆柴';
export const DOUBLE_SURNAMES: readonly string[] = [
  '欧阳',
  '司马',
  '诸葛',
  '上官',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '慕容',
  '令狐',
];

/** No given name holds one of these; they begin the next word. */
export const NOT_IN_GIVEN_NAMES =
  '的了是在我你他她它不没说给叫让要会和跟与吗呢吧啊这那个就都也还又被把从向对退收先女经老师总主律店价';
/** What may follow a name without a mark between. */
export const AFTER_A_NAME =
  '的|了|这|那|说|让|给|收|退|不|没|他|她|一直|已经|骗|拉黑|答应|先生|女士|账户|账号|卡|和|跟|，|是|处理|负责|联系|接待|来|在|要|打|跑|没有';

/** Who is named: 收款人是张三. After the first ones the name may follow at once. */
export const HOLDERS: readonly string[] = [
  '收款人',
  '收款方',
  '付款人',
  '转账人',
  '户名',
  '姓名',
  '联系人',
  '法人',
  '负责人',
  '经办人',
  '法定代表人',
  '机主',
  '卡主',
  '持卡人',
];
export const ROLES: readonly string[] = [
  ...[
    '对方',
    '卖家',
    '商家',
    '店主',
    '老板',
    '房东',
    '中介',
    '业务员',
    '催收员',
    '催收',
    '客服',
    '经理',
    '销售',
    '主播',
    '司机',
    '他',
    '她',
    '那个人',
    '那人',
  ],
];
export const TITLES: readonly string[] = [
  ...[
    '经理',
    '主管',
    '主任',
    '老师',
    '先生',
    '女士',
    '小姐',
    '律师',
    '店长',
    '师傅',
    '老板',
    '总监',
    '专员',
    '警官',
    '法官',
    '教练',
    '顾问',
    '队长',
  ],
];
/** 客服小李, 业务员老王. */
export const FAMILIAR: readonly string[] = [
  '客服',
  '业务员',
  '销售',
  '顾问',
  '中介',
  '催收员',
  '催收',
  '店员',
  '导购',
  '快递员',
  '经纪人',
  '主播',
  '专员',
];
/** What stands before a surname with a title; else the two belong to another word (客户经理). */
export const BEFORE_A_TITLE = '是|叫|找|给|跟|和|被|问|由|个|的|位|让|他|她|说|联系|对接|客服|催收员|业务员';

/** What has a name: 店名是…, and what is called something: 一家叫…的店. */
export const NAME_NOUNS: readonly string[] = [
  ...[
    '店名',
    '店铺名称',
    '店铺名字',
    '店铺名',
    '商家名称',
    '商家名字',
    '商户名称',
    '商户名',
    '公司名称',
    '公司名字',
    '公司名',
    '名字',
    '名称',
    '户名',
    '商户全称',
    '全称',
  ],
];
export const NAMED_THINGS: readonly string[] = [
  ...[
    '店铺',
    '网店',
    '店',
    '商家',
    '卖家',
    '商户',
    '公司',
    '民宿',
    '酒店',
    '饭店',
    '餐厅',
    '平台',
    '机构',
    '健身房',
    '直播间',
    '主播',
    '软件',
    'app',
    '小程序',
    '公众号',
    '学校',
    '医院',
  ],
];
/** A name is cut where one of these begins what is told of it. */
export const ENDS_A_NAME =
  '的|在|上买|里买|买的|卖的|不给|不退|不发|不理|一直|说|发货|骗|跑路|倒闭|关门|拒绝|没有|，';
/** No name, though it stands where names stand. */
export const NO_NAME =
  /[不没无未吗呢嘛了过我你您他她它谁啥哪怎得要该已骗退钱元]|什么|多少|错|忘|这[家个]|那[家个]|^(?:空|本人|个人|自己|一样|正规|官方|假)|^\d+$/;
