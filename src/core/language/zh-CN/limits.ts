/** Words of more and of less. With 不 before them they are the opposite with the bound itself: 不少于 is at least. */
export const MORE = '大于|多于|高于|超过|超出|逾(?!期)|(?<!高)超|(?<=[比率值价额数量龄均分已早])过|>';
export const LESS = '小于|少于|低于|<';
export const NOT = '(?:不(?:得|能|会|可以?|应|该|要|许)?|没有?|未|别)';
/** After a word of more or less: the bound itself as well. */
export const OR_EQUAL = ' ?(?:(?:或|或者) ?)?(?:等于|=)';
export const EQUAL = '等于|=';

/** Words of limit in front of a number whose sense is fixed. `_OPEN` leaves the number itself out. */
export const AT_LEAST = '至少|起码|最少|最低|少说|怎么(?=[也都])|不下于?|≥';
export const AT_LEAST_OPEN = '[不何]止|不只';
export const AT_MOST = '最多|最高|至多|顶多|撑死|充其量|≤';
export const AT_MOST_OPEN = '不到|不足|不满|未满|没到';
export const ABOUT =
  '大概|大约|大致|大抵|约莫|差不多|(?<![违预合节签])约|(?<![最附])近|接近|将近|快|估计|可能|(?<![最大老从])小|[~≈]';
/** What may stand between such a word and the number: 最多退300, 至少有10. */
export const BETWEEN_LIMIT_AND_NUMBER =
  '(?:了|有|是|在|也|都|就|得|要|应该|给|退|还|赔|付|收|扣|补|交|花|充|罚|他|我|你|您|们|偿){0,4}';

/** The same words behind a number, one after the other where there are two. */
export const ABOUT_AFTER = '左右|上下浮动|上下|出头|挂零|冒头|(?:的)?样子|差不多|大概|~(?!\\d)';
export const AT_LEAST_AFTER =
  '(?:或|或者)?(?:以上|之上|往上)|(?:或|或者)更[大多高]|开外|打底|\\+(?!\\d)|起步|起(?![诉来码初因])|都?不止|有余';
export const AT_MOST_AFTER =
  '(?:或|或者)?(?:以内|以下|之内|之下)|(?:或|或者)更[小少低]|封顶|都?不到(?![^，。,.!！?？\\n])';

/** 比三十大 and 比三千少: a comparison around the number. */
export const THAN = '比';
export const MORE_THAN_AFTER = '更?[大多高]';
export const LESS_THAN_AFTER = '更?[小少低]';

/** What may join an upper and a lower limit of one number: 大于二十的同时小于三十. */
export const AND_LIMIT = /^ ?(?:(?:的?同时|而且|并且|且|并|又|但|[，,]) ?){0,2}$/;
/** Joins two numbers to a stretch, alone or between the words around it: 20到30, 在20和30之间. */
export const TILL = /^ ?(?:[-~]{1,2}|到|至) ?第?$/;
export const BETWEEN_JOINT = /^ ?(?:[-~]{1,2}|到|至|和|与|跟|及) ?第?$/;
export const BETWEEN_BEFORE = /(?:位于|介于|处于|在)? ?第?$/;
export const BETWEEN_AFTER = /^[^\d，。,.!！?？\n]{0,3}?之?间(?![的隔接断谍])/;
