import type { StoryTemplate } from '../story.ts';

const base = { language: 'en' } as const;

/** Told in English. All names are invented, and say so. */
export const english: StoryTemplate[] = [
  ({ yuan, day, order }) => ({
    ...base,
    type: 'trade',
    tells: `The shoes I bought on Taobao for ${yuan(220, 480)} are not as described and the seller ignores me`,
    answers: {
      merchant: 'Example Shoe Store',
      goods: 'a pair of running shoes',
      'paid-at': day(9),
      'received-at': day(5),
      used: '=tried',
      'order-number': order(),
      'after-sale': '=not-applied',
      demand: '=refund',
    },
    files: ['chat.png'],
    talk: [
      'Hello, I have seen your pictures. Please do not confirm receipt yet; I will ask the shop for a full refund.',
      'Thank you, I will wait',
    ],
    note: 'The pictures show another model. The shop asks for the parcel label.',
    reason: 'Asked the shop to agree to a refund',
  }),
  ({ yuan, day }) => ({
    ...base,
    type: 'repayment',
    tells: 'I lost my job and cannot pay my Huabei bill this month, I need a payment plan',
    answers: {
      balance: yuan(9000, 30000),
      overdue: '=due-soon',
      'due-at': day(-12),
      income: '=none',
      'monthly-affordable': yuan(500, 900),
      'prior-steps': '=nothing',
    },
    files: ['notice.png'],
    talk: [
      'Hello, how much could you pay each month without going short of food and rent?',
      'About 600 yuan',
      'Then that is what we ask for. A plan only counts if you can keep it.',
      'Thank you, that helps',
    ],
    note: 'Can pay 600 a month. Suggested 24 instalments.',
    reason: 'Plan sent to the lender',
  }),
  ({ day }) => ({
    ...base,
    type: 'service',
    tells:
      'Customer service promised to call me back within three days about my transfer and nobody ever did',
    answers: {
      business: '=customer-service',
      'happened-at': day(7),
      channel: '=hotline',
      effect: '=time',
      'prior-steps': '=nothing',
      demand: '=explain',
    },
    files: [],
    talk: ['Hello, on what day did you call? I will have them find the recording.', 'Last Tuesday afternoon'],
    note: 'Recording requested.',
    reason: 'Waiting for the recording',
  }),
];
