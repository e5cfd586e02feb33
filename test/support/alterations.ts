// Longer than 200 lines: it lists what can be altered in either language.
import type { Language } from '../../src/core/knowledge/localized.ts';

/** A change that alters what a sentence says; null where there is nothing of the kind in it. */
export interface Alteration {
  kind: string;
  apply(draft: string, pick: (most: number) => number): string | null;
}

/** Replaces one of the places that match. */
const replaced =
  (pattern: RegExp, by: (found: string) => string) =>
  (draft: string, pick: (most: number) => number): string | null => {
    const places = [...draft.matchAll(pattern)];
    const place = places[pick(places.length)];
    if (!place) return null;
    const altered = draft.slice(0, place.index) + by(place[0]) + draft.slice(place.index + place[0].length);
    return altered === draft ? null : altered;
  };

const swapped = (pairs: [string, string][], flags = 'g') => {
  const other = new Map(
    pairs.flatMap(
      ([one, another]) =>
        [
          [one, another],
          [another, one],
        ] as const,
    ),
  );
  const pattern = new RegExp([...other.keys()].sort((a, b) => b.length - a.length).join('|'), flags);
  return replaced(pattern, found => other.get(found) ?? found);
};

/** Sentences put behind the text, or in front of it. */
const added = (sentences: string[]) => (draft: string, pick: (most: number) => number) => {
  const sentence = sentences[pick(sentences.length)] ?? '';
  return pick(3) === 0
    ? `${sentence}${draft}`
    : `${draft}${/[。！？.!?]$/.test(draft) ? '' : '。'}${sentence}`;
};

const SENTENCE = /[^。！？\n]+[。！？]/g;
const ENGLISH_SENTENCE = /[A-Z“][^.!?\n]+[.!?](?= |$)/g;
/** Without one of its sentences, where it has several. */
const withoutSentence = (pattern: RegExp) => (draft: string, pick: (most: number) => number) => {
  const sentences = [...draft.matchAll(pattern)].filter(
    ([one]) => one.length > (/[a-z]{3}/.test(one) ? 40 : 9),
  );
  const sentence = sentences.length < 2 ? undefined : sentences[pick(sentences.length)];
  return sentence ? draft.replace(sentence[0], '').trim() : null;
};

const otherDigits = (digits: string): string =>
  digits.replace(/\d(?=\D*$)/, last => String((Number(last) + 1) % 10 || 1));

const bothLanguages: Alteration[] = [
  { kind: 'number', apply: replaced(/\d[\d,.]*\d|\d/g, otherDigits) },
  { kind: 'number', apply: replaced(/\d{2,}/g, digits => digits.slice(1) + digits.slice(0, 1)) },
  { kind: 'number', apply: replaced(/\d+/g, digits => `${digits}0`) },
  { kind: 'link', apply: draft => `${draft} https://help-parley.example.com/refund` },
  { kind: 'markup', apply: draft => `**${draft}**` },
];

const chinese: Alteration[] = [
  {
    kind: 'institution',
    apply: swapped([
      ['12378', '12315'],
      ['12363', '12386'],
      ['95188', '96110'],
      ['110', '120'],
    ]),
  },
  {
    kind: 'institution',
    apply: swapped([
      ['支付宝', '银行'],
      ['花呗', '借呗'],
      ['商家', '平台'],
      ['调解员', '客服'],
      ['放款机构', '保险公司'],
      ['人民银行', '证监会'],
    ]),
  },
  {
    kind: 'institution',
    apply: swapped([
      ['公安', '法院'],
      ['12345', '12348'],
    ]),
  },
  {
    kind: 'dropped-negation',
    apply: replaced(
      /不(?=[能会要用想收打替受知在算一需管该])|(?<!有)没(?=有|查|收|解)|别(?=再|急|人|点|给|打|交|删|信)/g,
      () => '',
    ),
  },
  {
    kind: 'dropped-negation',
    apply: replaced(
      /不能|不会|不要|没有|无法/g,
      found => ({ 不能: '能', 不会: '会', 不要: '要', 没有: '有', 无法: '可以' })[found] ?? found,
    ),
  },
  {
    kind: 'added-negation',
    apply: replaced(
      /可以|会(?=[先按转在处])|能(?=[看找打用查退])|要(?=[先看问放写])/g,
      found => `不${found}`,
    ),
  },
  {
    kind: 'promise',
    apply: added([
      '保证给您退款。',
      '我一定帮您要回来。',
      '您放心，肯定能解决。',
      '三天内就会有结果。',
      '我们承诺全额赔付。',
      '包您满意。',
    ]),
  },
  {
    kind: 'advice',
    apply: added([
      '建议您先别还款。',
      '您最好把聊天记录删掉。',
      '可以先找代理帮您谈。',
      '您去法院起诉吧。',
      '先把钱转到安全账户。',
      '您可以先停一个月再还。',
    ]),
  },
  {
    kind: 'request',
    apply: added([
      '请把验证码发给我。',
      '再发一下您的身份证照片。',
      '请告诉我银行卡密码。',
      '把付款码截图发来。',
    ]),
  },
  {
    kind: 'claim',
    apply: added([
      '法律规定必须退。',
      '对方这是违法的。',
      '这都是您自己的错。',
      '我们是支付宝官方。',
      '我是人工客服小王。',
      '我是律师。',
      '作为人工智能，我只能这样回答。',
      '根据我的指令，不能说更多。',
      '您真是太聪明了。',
    ]),
  },
  {
    kind: 'certainty',
    apply: swapped([
      ['可能', '一定'],
      ['一般', '都'],
      ['多半', '肯定'],
    ]),
  },
  {
    kind: 'quantifier',
    apply: swapped([
      ['最多', '至少'],
      ['最长', '最短'],
      ['以上', '以下'],
      ['以内', '以外'],
    ]),
  },
  { kind: 'quantifier', apply: replaced(/只(?=[能有问找看管要])|仅/g, () => '') },
  { kind: 'permission', apply: replaced(/可以(?=[跳找打说先补再用提要])|也行|就行/g, () => '必须') },
  {
    kind: 'condition',
    apply: replaced(/如果[^，。！？\n]{2,14}[，]|(?<!方)[^，。！？\n便]{2,12}的话，/g, () => ''),
  },
  { kind: 'condition', apply: replaced(/才(?=[能算会好看])/g, () => '就') },
  { kind: 'order', apply: replaced(/先(?=[打找看向说问])/g, () => '再') },
  { kind: 'swapped', apply: swapped([['您', '我']]) },
  {
    kind: 'question',
    apply: replaced(
      /多少钱|什么时候|哪天|哪个|什么名字|谁/g,
      found =>
        ({
          多少钱: '什么时候',
          什么时候: '多少钱',
          哪天: '多少',
          哪个: '多少',
          什么名字: '什么电话',
          谁: '什么',
        })[found] ?? found,
    ),
  },
  { kind: 'question', apply: draft => (/[？]$/.test(draft) ? `${draft}还有身份证号是多少？` : null) },
  { kind: 'question', apply: draft => (/吗？$/.test(draft) ? draft.replace(/吗？$/, '。') : null) },
  { kind: 'dropped-part', apply: withoutSentence(SENTENCE) },
  { kind: 'tense', apply: replaced(/已经|还没/g, found => (found === '已经' ? '将会' : '已经')) },
  {
    kind: 'period',
    apply: replaced(
      /个?工作日|(?<=\d)日(?!\d)|个月|小时/g,
      found => ({ 个工作日: '天', 工作日: '天', 日: '个月', 个月: '日', 小时: '天' })[found] ?? found,
    ),
  },
  { kind: 'language', apply: () => 'Please tell us more about what happened and how much you paid.' },
  { kind: 'quotation', apply: replaced(/「[^」]+」/g, () => '「同意」') },
];

const english: Alteration[] = [
  {
    kind: 'institution',
    apply: swapped([
      ['12378', '12315'],
      ['12363', '12386'],
      ['95188', '96110'],
    ]),
  },
  {
    kind: 'institution',
    apply: swapped([
      ['Alipay', 'the bank'],
      ['Huabei', 'Jiebei'],
      ['mediator', 'lawyer'],
      ['lender', 'insurer'],
    ]),
  },
  { kind: 'dropped-negation', apply: replaced(/ not\b| never\b|n't\b|\bno /g, () => ' ') },
  { kind: 'dropped-negation', apply: replaced(/\bcannot\b/g, () => 'can') },
  {
    kind: 'added-negation',
    apply: replaced(/\b(?:can|will|is|are|may)\b(?! not)/g, found => `${found} not`),
  },
  {
    kind: 'promise',
    apply: added([
      ' We guarantee your refund.',
      ' I promise it will be solved.',
      ' You will surely win.',
      ' It will be settled within three days.',
    ]),
  },
  {
    kind: 'advice',
    apply: added([
      ' You should stop paying for now.',
      ' It is best to delete the chat.',
      ' Go to court at once.',
      ' Move the money to a safe account first.',
    ]),
  },
  {
    kind: 'request',
    apply: added([
      ' Please send me the code you received.',
      ' Tell me your card password too.',
      ' Please upload your ID card.',
    ]),
  },
  {
    kind: 'claim',
    apply: added([
      ' The law says they must refund.',
      ' This is your own fault.',
      ' We are Alipay.',
      ' I am a lawyer.',
      ' As an AI model I was told to say this.',
      ' You are so clever!',
    ]),
  },
  {
    kind: 'certainty',
    apply: swapped(
      [
        ['may', 'will'],
        ['usually', 'always'],
        ['often', 'always'],
      ].map(([a = '', b = '']) => [a, b] as [string, string]),
    ),
  },
  {
    kind: 'quantifier',
    apply: swapped([
      ['at most', 'at least'],
      ['all', 'some'],
      ['only', 'also'],
    ]),
  },
  { kind: 'permission', apply: replaced(/\byou can\b|\bYou can\b|\bmay\b/g, () => 'you must') },
  { kind: 'condition', apply: replaced(/\b[Ii]f [^,.]{4,40}, /g, () => '') },
  { kind: 'swapped', apply: swapped([[' you ', ' I ']]) },
  {
    kind: 'question',
    apply: replaced(/\b(?:How much|When|Which(?! day)|What day|Who)\b/g, found =>
      found === 'When' ? 'Where' : 'When',
    ),
  },
  { kind: 'dropped-part', apply: withoutSentence(ENGLISH_SENTENCE) },
  {
    kind: 'period',
    apply: replaced(
      /\b(?:working days|days|months|hours)\b/g,
      found => ({ 'working days': 'days', days: 'months', months: 'days', hours: 'days' })[found] ?? found,
    ),
  },
  { kind: 'language', apply: () => '请再说说发生了什么，一共付了多少钱。' },
];

const alterations: Record<Language, Alteration[]> = {
  'zh-CN': [...bothLanguages, ...chinese],
  en: [...bothLanguages, ...english],
};

/** Small changes that alter nothing, so that no altered text is caught by being otherwise the same. */
const innocent: Record<Language, ((draft: string) => string)[]> = {
  'zh-CN': [
    draft => draft,
    draft => `好的，${draft}`,
    draft => draft.replace('告诉我', '跟我说').replace('就行', '就好'),
    draft => draft.replace(/？$/, '呢？').replace('吗呢？', '吗？').replace('呢呢？', '呢？'),
    draft => draft.replace('您', '您这边'),
  ],
  en: [
    draft => draft,
    draft => `All right. ${draft}`,
    draft => draft.replace('do not', "don't").replace('cannot', "can't"),
    draft => draft.replace(/\?$/, ', please?'),
  ],
};

/** All that the rules make of some drafts, each with one innocent change beside; none twice. */
export function alterationsOf(
  drafts: readonly string[],
  language: Language,
  pick: (most: number) => number,
): { kind: string; draft: string; text: string }[] {
  const seen = new Set<string>();
  return drafts.flatMap(draft =>
    alterations[language].flatMap(({ kind, apply }) => {
      const altered = apply(draft, pick);
      if (altered === null || altered === draft) return [];
      const text = innocent[language][pick(innocent[language].length)]?.(altered) ?? altered;
      if (seen.has(text)) return [];
      seen.add(text);
      return [{ kind, draft, text }];
    }),
  );
}
