const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const GROUPS = ['', ' thousand', ' million', ' billion', ' trillion'];

/** A decimal number in words: 35000 is thirty-five thousand, 30005 thirty thousand and five, 1.25 one point two five. */
export function numberInWords(number: number | string): string {
  const [whole = '', decimals] = String(number).replaceAll(',', '').replace(/^-/, '').split('.');
  const point = Array.from(decimals ?? '', digit => ` ${ONES[Number(digit)] ?? ''}`).join('');
  const minus = String(number).startsWith('-') ? 'minus ' : '';
  return minus + wholeInWords(Number(whole)) + (point && ` point${point}`);
}

function wholeInWords(number: number): string {
  if (number < 1000) return upToThousand(number);
  const words: string[] = [];
  for (let rest = number, at = 0; rest > 0; rest = Math.floor(rest / 1000), at++) {
    const group = rest % 1000;
    if (group === 0) continue;
    const and = at === 0 && group < 100 ? 'and ' : '';
    words.unshift(and + upToThousand(group) + (GROUPS[at] ?? ''));
  }
  return words.join(' ');
}

function upToThousand(number: number): string {
  if (number < 20) return ONES[number] ?? '';
  if (number < 100) {
    const ones = number % 10;
    return (TENS[Math.floor(number / 10)] ?? '') + (ones ? `-${ONES[ones]}` : '');
  }
  const rest = number % 100;
  return `${ONES[Math.floor(number / 100)]} hundred${rest ? ` and ${upToThousand(rest)}` : ''}`;
}
