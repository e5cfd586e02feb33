import { ENDINGS } from './names.ts';
import { DOUBLE_SURNAMES, NOT_IN_GIVEN_NAMES, SURNAMES, TITLES } from './people.ts';

/**
 * What may tell who somebody is in a Chinese text in normal form, for words that go to others. Rather much too much than
 * anything too little: 我在市场路过 loses half of it, and nothing is lost by that.
 */

const HAN = String.raw`\p{Script=Han}`;
const NO_MARK = String.raw`[^\s，。,;；!?！？\n]`;
const IS = '[是为叫:： ]{0,4}';
/** Surnames that are common words as well. */
const RARER = '万钱向温常文安乔申耿路牛凌翟解岳包左吉鲍华尚祝米项童宁齐纪甘涂屈成';
const SURNAME = `(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES}${RARER}])`;

/** Words with a character in them that is a surname too. They are passed over before names are looked for. */
export const NO_NAMES: RegExp = new RegExp(
  [
    ...['马上', '马虎', '任何', '如何', '为何', '何时', '谢谢', '感谢', '许多', '也许', '允许', '或许'],
    ...['方便', '方式', '方面', '方法', '方案', '对方', '官方', '地方', '双方', '警方', '平台方'],
    ...['金额', '金融', '现金', '资金', '押金', '定金', '本金', '罚金', '违约金', '佣金', '金钱'],
    ...[
      '余额',
      '剩余',
      '其余',
      '白条',
      '白天',
      '明白',
      '空白',
      '严重',
      '程序',
      '过程',
      '流程',
      '程度',
      '工程',
    ],
    ...[
      '高兴',
      '高利',
      '高额',
      '高价',
      '提高',
      '太高',
      '周期',
      '周末',
      '一周',
      '每周',
      '上周',
      '下周',
      '两周',
    ],
    ...[
      '付款',
      '支付',
      '付了',
      '付钱',
      '付不',
      '没付',
      '预付',
      '首付',
      '月付',
      '分付',
      '应付',
      '付费',
      '代付',
    ],
    ...['交易', '容易', '阶段', '手段', '一段', '段时间', '历史', '毛病', '健康', '康复', '夏天', '颜色'],
    ...['顾客', '照顾', '顾问', '措施', '实施', '焦虑', '焦急', '文章', '盖章', '公章', '章程', '课程'],
    ...[
      '安全',
      '安排',
      '保安',
      '文件',
      '中文',
      '经常',
      '正常',
      '平常',
      '非常',
      '常常',
      '路上',
      '解决',
      '解释',
      '理解',
    ],
    ...[
      '了解',
      '解除',
      '包括',
      '包装',
      '面包',
      '左右',
      '华为',
      '尚未',
      '万一',
      '万元',
      '一万',
      '几万',
      '方向',
      '向我',
    ],
    ...[
      '多少钱',
      '花钱',
      '没钱',
      '退钱',
      '扣钱',
      '要钱',
      '借钱',
      '给钱',
      '还钱',
      '把钱',
      '钱款',
      '宁愿',
      '纪录',
      '成功',
    ],
    ...['完成', '变成', '造成', '成了', '成本', '项目', '事项', '款项', '申请', '申诉', '体温', '儿童'],
    ...[
      '石头',
      '叶子',
      '易贷',
      '于是',
      '关于',
      '由于',
      '单独',
      '侯着',
      '等候',
      '时候',
      '熊猫',
      '黄色',
      '黑白',
    ],
  ].join('|'),
  'g',
);

/** Looked for where `NO_NAMES` has nothing. One may begin within another: in 调解员林一舟 解 is a surname as well as 林. */
export const NAMES: readonly RegExp[] = [
  new RegExp(`(?=(?<ahead>${SURNAME}[^\\P{Script=Han}${NOT_IN_GIVEN_NAMES}]{1,2}))`, 'gu'),
  new RegExp(`(?=(?<ahead>[小老阿][${SURNAMES}${RARER}]|[${SURNAMES}${RARER}][总姐哥某]))`, 'gu'),
];

export const PRIVATE: readonly RegExp[] = [
  /"[^"\n]{1,60}"|「[^」\n]{1,60}」|『[^』\n]{1,60}』|《[^》\n]{1,60}》|【[^】\n]{1,60}】/g,
  new RegExp(
    `(?<=叫做?|名叫|(?:名字|姓名|真名|户名|昵称|网名|店名|全称|联系人|收款人|收款方|机主|卡主|持卡人|法人|负责人)${IS}|姓)(?![我你他她它谁啥什人客]|不停|没有)${HAN}{1,4}`,
    'gu',
  ),
  new RegExp(
    `(?<=(?:我|本人|他|她|对方|客服|卖家|商家|老板|房东|中介|业务员|那人|这人|这边|这里)是)(?![在想说要不没因为被个一真来通从用上去昨今前后有花借买怎什谁否做卖骗已还才只第])${HAN}{2,4}`,
    'gu',
  ),
  new RegExp(`${HAN}{1,3}(?=${TITLES.join('|')})`, 'gu'),
  new RegExp(
    `${HAN}{1,12}(?:省|市|区|县|镇|乡|村|街道|大道|路|街|巷|弄|小区|花园|公寓|大厦|苑|广场|号楼|幢|栋|单元|室)`,
    'gu',
  ),
  new RegExp(`(?<=住在?|地址${IS}|家在|寄到|寄给|送到|老家|位于|户籍)${NO_MARK}{1,40}`, 'gu'),
  new RegExp(`${HAN}{1,12}(?:${ENDINGS.join('|')})`, 'gu'),
  new RegExp(
    `(?<=(?:微信|vx|wx|qq|id|账号|账户|帐号|帐户|用户名|邮箱|订单|单号|流水号?|编号|车牌|护照|工号|尾号|卡号|证号|电话|手机)号?码?${IS})(?=${NO_MARK}{0,40}[a-z\\d零一二三四五六七八九幺•*＊])${NO_MARK}{1,40}`,
    'gu',
  ),
  /[零一二两三四五六七八九幺十百千万\d•*＊-]{3,}/g,
];
