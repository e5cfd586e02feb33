/** What numbers are called in English: the words beside a number say what it is. Longer words first where one begins another. */

export const PHONE: readonly string[] = [
  ...[
    'telephone',
    'phone',
    'tel.',
    'tel',
    'mobile',
    'cellphone',
    'cell',
    'landline',
    'fax',
    'whatsapp',
    'hotline',
  ],
  ...['contact', 'called', 'call', 'dial', 'ring', 'reach', 'text', 'number'],
];

export const ORDER: readonly string[] = [
  ...[
    'order',
    'trade',
    'transaction',
    'ticket',
    'reference',
    'ref.',
    'ref',
    'case',
    'invoice',
    'receipt',
    'contract',
    'booking',
    'payment id',
  ],
];

export const TRACKING: readonly string[] = [
  'tracking',
  'parcel',
  'waybill',
  'shipment',
  'package',
  'consignment',
  'ems',
];

/** Numbers of neither kind: accounts, cards, codes of things. */
export const OTHER: readonly string[] = [
  ...[
    'account',
    'card',
    'id card',
    'passport',
    'serial',
    'version',
    'model',
    'postcode',
    'zip code',
    'zip',
    'qq',
    'wechat',
    'wx',
    'vx',
    'sn',
    'ip',
    'code',
    'pin',
    'ending in',
  ],
];

/** What may stand between such a word and its number. */
export const TIES: readonly string[] = [
  'number',
  'no.',
  'no',
  'id',
  'is',
  'was',
  'at',
  'on',
  'me',
  'us',
  'him',
  'her',
  'my',
];

/** An inner number: 541-754-3010 ext. 12. */
export const EXTENSION: readonly string[] = ['extension', 'extn.', 'extn', 'ext.', 'ext', 'x', '#'];

/** What follows a quantity and no telephone number. */
export const UNITS: readonly string[] = ['yuan', 'rmb', 'cny', 'usd', 'dollars', 'days', 'times', 'w', 'k'];

/** After or before a number: it is not the one that was meant. */
export const DENIED_AFTER: RegExp = /^ ?(?:is not|isn't|is no|was not|wasn't)(?![a-z])/;
export const DENIED_BEFORE: RegExp = /(?:is not|isn't|not|wasn't) $/;

/** After a number: it is a telephone. */
export const PHONE_AFTER: RegExp =
  /^ (?:is|was) (?:my|the|his|her|our|a)(?: [a-z]+)? (?:phone|number|mobile|tel|telephone|cell|landline)(?![a-z])/;
