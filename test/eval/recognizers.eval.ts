import { basename } from 'node:path';
import { z } from 'zod';
import { Case } from './recognizers/case.ts';
import { currency } from './recognizers/currency.ts';
import { dateTime } from './recognizers/date-time.ts';
import { number } from './recognizers/number.ts';
import { numberRange } from './recognizers/number-range.ts';
import { percent } from './recognizers/percent.ts';
import { boolean } from './recognizers/boolean.ts';
import { phoneNumber } from './recognizers/phone.ts';
import { argumentsFor, conclude, type Measured, print, textOf } from './tally.ts';

/** How the cases of a model are measured, by the model's name, with which the file's name ends. */
const MODELS: Record<string, (one: Case) => Measured> = {
  DateTimeModel: dateTime,
  DateTimeModelExperimentalMode: dateTime,
  CurrencyModel: currency,
  NumberModel: number,
  NumberRangeModel: numberRange,
  PercentModel: percent,
  PhoneNumberModel: phoneNumber,
  BooleanModel: boolean,
};

const given = argumentsFor('recognizers <Kind-Model.json>');
const model = basename(given.file, '.json').split('-').at(-1) ?? '';
const measure = MODELS[model];
if (measure) {
  const cases = z.array(Case).parse(JSON.parse(textOf(given.file)));
  conclude(`recognizers ${model}`, cases.map(measure), given);
} else {
  print(`The file's name must end with one of: ${Object.keys(MODELS).join(', ')}`);
  process.exitCode = 1;
}
