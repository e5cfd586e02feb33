/** Written before the reading of names was widened, and not looked at while it was. */
export const said: Record<string, string[]> = {
  'Blue Harbour Books': [
    'sold by Blue Harbour Books',
    'the shop is called Blue Harbour Books',
    "the store's name is Blue Harbour Books",
  ],
  'Maple Electronics': [
    'the seller is Maple Electronics, in Shenzhen',
    'I ordered from a seller named Maple Electronics',
  ],
  'Zhang San': [
    'the payee is Zhang San',
    'I sent the money to a man called Zhang San',
    'account holder: Zhang San',
  ],
  'Golden Gate Trading Co., Ltd.': [
    'the contract is with Golden Gate Trading Co., Ltd.',
    'paid to Golden Gate Trading Co., Ltd.',
  ],
};

export const none: string[] = [
  'the seller is rude',
  'the shop is closed',
  'he called me a liar',
  'the payee is unknown',
  'sold by mistake',
  'the seller is not answering',
  'they called the police',
  'the shop is called what?',
  'the seller is a scammer',
  'I called the seller',
];
