/** What numbers are called in Chinese: the words beside a number say what it is. Longer words first where one begins another. */

export const PHONE: readonly string[] = [
  ...['电话', '手机', '座机', '固话', '传真', '联系方式', '联系人', '联系', '号码', '热线', '来电'],
  ...['拨打', '致电', '拨', '打', '短信发', '区号'],
];

export const ORDER: readonly string[] = [
  ...[
    '订单',
    '单号',
    '单子',
    '工单',
    '商户单',
    '交易',
    '流水',
    '受理',
    '凭证',
    '编号',
    '编码',
    '合同',
    '保单',
    '票号',
  ],
  ...['投诉单', '退款单', '售后单', '支付单', '转账单', '付款单', '收款单', '回单', '拼单', '案号'],
];

export const TRACKING: readonly string[] = [
  ...[
    '快递单',
    '快递',
    '运单',
    '物流单',
    '物流',
    '包裹单',
    '包裹',
    '面单',
    '邮件号',
    '顺丰',
    '圆通',
    '中通',
    '申通',
    '韵达',
  ],
  ...['极兔', '百世', '德邦', '邮政', '京东快递', '京东物流', '菜鸟'],
];

/** Numbers of neither kind: accounts, cards, codes of things. */
export const OTHER: readonly string[] = [
  ...[
    '身份证',
    '证件',
    '卡号',
    '银行卡',
    '信用卡',
    '储蓄卡',
    '借记卡',
    '账号',
    '账户',
    '户号',
    '工号',
    '学号',
    '尾号',
  ],
  ...[
    '微信',
    '邮编',
    '邮政编码',
    '版本',
    '型号',
    '序列号',
    '条码',
    '条形码',
    '密码',
    '验证码',
    '抖音号',
    '群号',
    '车牌',
  ],
];

/** What may stand between such a word and its number. */
export const TIES: readonly string[] = [
  ...[
    '号码',
    '号',
    '编号',
    '编码',
    '单号',
    '就是',
    '应该是',
    '是',
    '为',
    '叫',
    '改成',
    '换成',
    '写的',
    '填的',
    '留的',
  ],
  ...['我的', '他的', '她的', '我家', '家里', '公司', '单位', '办公室', '我', '的', '有'],
];

/** An inner number: 010-62345678转8012, 分机8012. */
export const EXTENSION: readonly string[] = ['转分机号', '转分机', '分机号', '分机', '内线', '转'];

/** What follows a quantity and no telephone number. */
export const UNITS: readonly string[] = [
  ...[
    '元',
    '块',
    '万',
    '亿',
    '千',
    '百',
    '期',
    '次',
    '天',
    '年',
    '月',
    '日',
    '个',
    '件',
    '笔',
    '岁',
    '分钱',
    '毛',
    '美元',
    '港币',
    '人民币',
    '号楼',
    '号单',
  ],
];

/** After or before a number: it is not the one that was meant. 看起来不像电话, 电话不是138… */
export const DENIED_AFTER: RegExp =
  /^ ?(?:这个|那个|这)?(?:号码?)?(?:看起来|看上去|好像)?(?:并|可|都|根本)?(?:不是|不像|不对)/;
export const DENIED_BEFORE: RegExp = /(?:不是|不要打|别打|不打) ?$/;

/** After a number: it is a telephone. 62345678是我家电话. */
export const PHONE_AFTER: RegExp =
  /^ ?(?:就?是|这个?是)(?:我|他|她|你|家里?|公司|办公室|单位|老家|的|本人|常用){0,4}(?:电话|手机|座机|固话|号码|传真)/;
