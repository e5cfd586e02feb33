import { basename } from 'node:path';
import { argumentsFor, conclude, type Measured, textOf } from './tally.ts';
import { spokenToWritten } from './wetext/spoken-to-written.ts';
import { writtenToSpoken } from './wetext/written-to-spoken.ts';

/** Lines of WeTextProcessing, `given => expected`. The direction is in the file's name: `itn-` writes, `tn-` says. */
const given = argumentsFor('wetext <itn-…|tn-….txt>');
const name = basename(given.file, '.txt');
const rewrite = name.startsWith('tn-') ? writtenToSpoken : spokenToWritten;

function measured(line: string): Measured {
  const [input = '', expected = ''] = line.split('=>').map(part => part.trim());
  const got = rewrite(input);
  return { input, expected, got, verdict: got === expected ? 'right' : got === input ? 'missed' : 'wrong' };
}

const lines = textOf(given.file)
  .split('\n')
  .filter(line => line.includes('=>'));
conclude(`wetext ${name}`, lines.map(measured), given);
