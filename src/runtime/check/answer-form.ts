import { LANGUAGES } from '../../core/knowledge/localized.ts';
import { cite } from '../../core/dialogue/render.ts';
import { showPath } from '../knowledge/yaml-source.ts';
import type { Check } from './check.ts';

const LINES = { fewest: 2, most: 5 };
/** Characters of an answer as it is shown, by language: what fits a phone's screen. */
const LONGEST = { 'zh-CN': 300, en: 1000 };
const LONGEST_LABEL = { 'zh-CN': 14, en: 40 };

/** An answer is short, ends in buttons that lead on, and asks only where it offers what can be said to it. */
export const answerForm: Check = {
  name: 'answers are short and lead on',
  counts: 'answers',
  run({ files, knowledge, problems }) {
    for (const { value: entry, source } of files.faq) {
      const say = (path: PropertyKey[], message: string): void =>
        problems.add(source, path, `${showPath(path)} ${message}`);
      for (const language of LANGUAGES) {
        const shown = cite(entry.answer[language], knowledge, language);
        const lines = shown.split('\n').filter(line => line.trim() !== '').length;
        if (lines < LINES.fewest || lines > LINES.most)
          say(
            ['answer', language],
            `has ${lines} lines; write ${LINES.fewest} to ${LINES.most}, each a short sentence or two`,
          );
        if (shown.length > LONGEST[language])
          say(['answer', language], `has ${shown.length} characters; write at most ${LONGEST[language]}`);
        const labels = entry.buttons.map(
          ({ label, faq, type }) =>
            label?.[language] ??
            knowledge.faq.get(faq ?? '')?.questions[language][0] ??
            knowledge.negotiations.get(type ?? '')?.label[language] ??
            '',
        );
        for (const [at, label] of labels.entries()) {
          if (labels.indexOf(label) !== at)
            say(['buttons', at], `is called 「${label}」 like another one; name it differently`);
          if (entry.buttons[at]?.label && label.length > LONGEST_LABEL[language])
            say(
              ['buttons', at, 'label', language],
              `is too long for a button; write at most ${LONGEST_LABEL[language]} characters`,
            );
        }
        if (entry.questions[language].length === 0)
          say(['questions', language], 'is empty; write how people ask it');
      }
      if (entry.buttons.length === 0)
        say(['buttons'], 'is empty; add where the person can go on, at least act: human');
      if (entry.ask && entry.buttons.length < 2)
        say(['ask'], 'asks, but there are not two buttons to answer with');
      for (const [at, { faq }] of entry.buttons.entries())
        if (faq === entry.id) say(['buttons', at, 'faq'], 'leads to the answer itself');
    }
    return files.faq.length;
  },
};
