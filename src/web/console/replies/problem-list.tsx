import { Alert } from 'antd';
import { isDoubtful, isRefused } from '../../../core/knowledge/reply-problem.ts';
import type { ReplyProblem } from '../../../protocol/console/replies.ts';
import { useWords } from '../words/words.ts';

/** What is wrong with a reply, what must not stay first. */
export function ProblemList({ problems }: { problems: readonly ReplyProblem[] }) {
  const words = useWords();
  const parts = [
    { type: 'error', title: words.replyRefused, those: problems.filter(isRefused) },
    { type: 'warning', title: words.replyDoubtful, those: problems.filter(isDoubtful) },
    {
      type: 'info',
      title: words.replyHints,
      those: problems.filter(one => !isRefused(one) && !isDoubtful(one)),
    },
  ] as const;
  return parts
    .filter(({ those }) => those.length > 0)
    .map(({ type, title, those }) => (
      <Alert
        key={type}
        type={type}
        showIcon
        role={type === 'info' ? 'status' : 'alert'}
        className="problems"
        title={
          <>
            {title}
            <ul>
              {those.map(({ kind, language, words: found, advice }) => (
                <li key={`${kind}${language}${found}`}>
                  {words.replyProblems[kind](found)}
                  {advice !== null && <span className="quiet"> {advice}</span>}
                </li>
              ))}
            </ul>
          </>
        }
      />
    ));
}
