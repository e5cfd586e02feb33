/** How people and shops are introduced in English; names are told by their capitals. */

/** What stands right before a name. */
export const BEFORE_A_NAME: RegExp =
  /\b(?:(?:sold|shipped|made|issued|run|owned|charged) by|(?:bought|ordered|purchased|rented|borrowed) (?:it |this |them |one )?from|(?:paid|transferred|sent|wired)(?: the money| money| it| \S+ yuan)? to|(?:shop|store|seller|merchant|payee|recipient|beneficiary|lender|company|landlord|agent|account holder|cardholder|collector|owner|man|woman|person|guy|lady|customer service)(?:'s name)?(?: is called| was called| is named| was named| called| named| is| was|:)) ?/g;
/** The name itself, in the text as written. */
export const NAME: RegExp =
  /(?:[A-Z][\w&'’.-]*|\d+[A-Z]\w*)(?:,? (?:[A-Z&][\w&'’.-]*|&|and(?= [A-Z])|of(?= [A-Z])|de(?= [A-Z])))*/y;
/** Words with a capital that begin a sentence or name nobody. */
export const NO_NAME: RegExp =
  /^(?:the|a|an|i|my|me|it|he|she|they|we|you|this|that|these|those|not|no|very|who|what|which|alipay|taobao|tmall|jd|pinduoduo|wechat|amazon|china|chinese|english|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|mistake)(?![a-z&])/i;
