/** Names of sellers, lenders and companies, and how they come up in a sentence. */
export const said: Record<string, string[]> = {
  'Sunny Shoes': [
    'I bought it from a shop called Sunny Shoes on March 3',
    'the seller is called Sunny Shoes',
    'a store named Sunny Shoes, online',
  ],
  'Sunrise Flagship Store': [
    'I bought it at Sunrise Flagship Store',
    'from Sunrise Flagship Store, last week',
  ],
  'Harbour Bank': ['I paid 300 yuan to Harbour Bank', 'the loan is from Harbour Bank'],
  'Evergreen Consumer Finance Co.': ['my lender is Evergreen Consumer Finance Co.'],
};

/** In answer to the question for the name. */
export const answers: Record<string, string[]> = {
  'Northside Gym': ['Northside Gym', 'it is Northside Gym', 'Called Northside Gym'],
  'Sunrise Shoes Flagship Store': ['Sunrise Shoes Flagship Store'],
  'Northside Asset Management': ['Northside Asset Management'],
  Taobao: ['Taobao'],
};

export const none: string[] = [
  'the online store refused',
  'my bank did nothing',
  'I called the company',
  'this shop is bad',
  '300 yuan',
];

/** Asked for a name, but this names nobody. */
export const noAnswer: string[] = [
  "I don't know",
  'no idea',
  'skip',
  'why do you ask?',
  'I want a refund',
  '13812345678',
];
