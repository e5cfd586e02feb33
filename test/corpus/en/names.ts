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
  'Blue Door Cafe': [
    'sold by Blue Door Cafe',
    'bought from Blue Door Cafe last week',
    'the shop is Blue Door Cafe',
    "the shop's name is Blue Door Cafe",
    'seller: Blue Door Cafe',
    'the merchant was called Blue Door Cafe, on Douyin',
  ],
  'Li Wei': [
    'the payee is Li Wei',
    'the recipient was Li Wei',
    'account holder: Li Wei',
    'a man named Li Wei took my money',
    'the landlord is called Li Wei',
    'I paid 300 yuan to Li Wei',
  ],
  'A&B Books': ['ordered it from A&B Books', 'the store is called A&B Books'],
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
  'the seller is rude',
  'the seller is Not helping',
  'the shop is closed',
  'the payee is unknown',
  'he called me a liar',
  'bought from Taobao',
  'paid to Alipay',
  'the company is in Shanghai district',
  'a man called me',
  'sold by mistake',
  'the shop is called what?',
  'the agent is I think gone',
  'customer service: please wait',
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
