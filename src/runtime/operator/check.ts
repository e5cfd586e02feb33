import type { CheckContext } from '../check/check.ts';
import { checks, contextOf } from '../check/index.ts';
import { KnowledgeError } from '../load-knowledge.ts';
import { reviewsOf } from './reviews.ts';

/**
 * `npm run check`: proves the knowledge, one line a check as it ends, then every problem with file and line, and which
 * facts are past their review.
 * @param today the day on which the knowledge is judged, YYYY-MM-DD
 * @param print takes a line at a time, so that a long check is seen to go on
 * @returns whether nothing is wrong
 */
export function checkCommand(folder: string, today: string, print: (line: string) => void): boolean {
  let context: CheckContext;
  try {
    context = contextOf(folder, today);
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    print(`✗ files, references and numbers\n\n${error.message}`);
    return false;
  }
  const { knowledge, problems } = context;
  const { authorities, rules, routes, faq, negotiations } = knowledge;
  print(
    `✓ files, references and numbers (${authorities.size} authorities, ${rules.size} rules, ${routes.length} routes, ${faq.size} answers, ${negotiations.size} types)`,
  );
  for (const check of checks) {
    const before = problems.count;
    const seen = check.run(context);
    if (seen === 0)
      problems.addAt(folder, 0, `“${check.name}” saw no ${check.counts}; the check itself is broken`);
    const found = problems.count - before;
    print(
      `${found === 0 ? '✓' : '✗'} ${check.name} (${seen} ${check.counts}${found === 0 ? '' : `, ${found} wrong`})`,
    );
  }
  const { stale, next } = reviewsOf(knowledge, today);
  if (stale.length > 0)
    print(
      `\n! ${stale.length} facts are past their review and are spoken with caution: ${stale.map(one => one.fact).join(', ')}`,
    );
  if (next)
    print(
      `\n${next.facts.length} facts are to be reviewed next, by ${next.day}: npm run knowledge -- report`,
    );
  print(
    `\n${[...problems.lines(), problems.count === 0 ? 'The knowledge holds.' : `${problems.lines().length} problem(s)`].join('\n')}`,
  );
  return problems.count === 0;
}
