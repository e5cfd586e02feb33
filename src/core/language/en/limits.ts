/** As the Chinese file beside it. */
export const MORE =
  'more than|over|above|greater than|larger than|higher than|upwards of|exceed(?:s|ed|ing)?';
export const LESS = 'less than|under|below|fewer than|smaller than|lower than';
export const NOT = '(?:no|not) ';
export const OR_EQUAL = ' or equal to';
export const EQUAL = 'equals|equal to|exactly';

export const AT_LEAST = 'at least|min(?:imum)?(?: of)?|no fewer than';
export const AT_LEAST_OPEN = 'not just';
export const AT_MOST = 'at most|up to|max(?:imum)?(?: of)?';
export const AT_MOST_OPEN = 'not quite|not even';
export const ABOUT = 'about|around|approximately|approx\\.?|roughly|nearly|almost|some|circa|probably|maybe';
export const BETWEEN_LIMIT_AND_NUMBER = '(?: a)?';

export const ABOUT_AFTER = 'or so|or thereabouts|-ish|ish\\b|approximately|roughly|give or take';
export const AT_LEAST_AFTER = 'or more|and up|at least|\\+(?!\\d)';
export const AT_MOST_AFTER = 'or less|or fewer|at most|max\\b';
