import { peer } from './peer.ts';

type Recognize = (message: string, culture: string) => { typeName: string; text: string }[];

/** Every recogniser of Recognizers-Text that knows Chinese. */
const RECOGNISERS = [
  'recognizeNumber',
  'recognizeOrdinal',
  'recognizePercentage',
  'recognizeAge',
  'recognizeCurrency',
  'recognizeDimension',
  'recognizeTemperature',
  'recognizeDateTime',
  'recognizePhoneNumber',
  'recognizeIpAddress',
  'recognizeMention',
  'recognizeHashtag',
  'recognizeEmail',
  'recognizeURL',
  'recognizeGUID',
  'recognizeBoolean',
] as const;

/** @returns reads all values of one message, with every Chinese model */
export function recognizersText(): (message: string) => unknown[] {
  const suite = peer<Record<(typeof RECOGNISERS)[number], Recognize>>('@microsoft/recognizers-text-suite');
  return message => RECOGNISERS.flatMap(name => suite[name](message, 'zh-cn'));
}
