/** How names of businesses are built and marked in English. Texts are normalised, so in lower case. */

/** What such a name ends with. */
export const ENDINGS: readonly string[] = [
  ...[
    'flagship store',
    'official store',
    'online store',
    'store',
    'shop',
    'supermarket',
    'market',
    'mall',
    'co., ltd.',
    'co. ltd.',
    'co.',
  ],
  ...[
    'ltd.',
    'ltd',
    'limited',
    'inc.',
    'inc',
    'llc',
    'company',
    'corporation',
    'group',
    'bank',
    'insurance',
    'finance',
    'gym',
    'hotel',
  ],
  ...[
    'restaurant',
    'clinic',
    'hospital',
    'school',
    'studio',
    'club',
    'asset management',
    'fund management',
    'airlines',
  ],
];

/** The last of these before the ending is where the name begins. */
export const OPENINGS: readonly string[] = [
  ...[
    'called',
    'named',
    'from',
    'at',
    'by',
    'with',
    'to',
    'is',
    'was',
    'against',
    'of',
    'the',
    'a',
    'an',
    'and',
    'my',
    'this',
    'that',
    'in',
    'on',
    'paid',
    'it',
  ],
];

/** Stems that name nobody: the online shop, my bank. */
export const NOBODY: RegExp =
  /^(?:|online|local|small|big|same|other|another|any|every|some|one|new|old|flagship|official|your|our|their|his|her|its|insurance|loan|finance|credit|delivery|which|what|whole|app|play|shoe|clothes|phone)$/;

export const PLATFORMS: readonly string[] = [
  'taobao',
  'tmall',
  'jd',
  'jd.com',
  'pinduoduo',
  'douyin',
  'tiktok',
  'alipay',
  'wechat',
  'amazon',
  'meituan',
];

export const LEAD_IN: RegExp =
  /^(?:(?:i think|it is|it's|its|that's|they are|they're|the|seller|shop|store|merchant|lender|company|name|is|was|called|named|says|from|at)[ :]+){1,6}/;
export const LEAD_OUT: RegExp = /[.!\s]+$/;

/** A whole message with one of these is a sentence or no answer, not a name. */
export const IN_SENTENCES: RegExp =
  /\b(?:i|i'm|you|he|she|they|we|it|don't|dont|doesn't|not|no|none|nothing|never|idea|know|remember|forgot|sure|skip|later|why|what|how|when|who|where|can|could|would|should|please|help|human|agent|cancel|back|restart|yes|thanks|hello|hi|refund|money|yuan)\b/;
