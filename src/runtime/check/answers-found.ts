import { strip } from '../../core/nlu/strip.ts';
import { LANGUAGES } from '../../core/knowledge/localized.ts';
import { normalize } from '../../core/language/normalize.ts';
import { showPath } from '../knowledge/yaml-source.ts';
import type { Check } from './check.ts';
import { repliesOf, Talk } from './talk.ts';

/** Every question of an answer is answered by that answer, asked first thing, and fills no slot. */
export const answersFound: Check = {
  name: 'questions find their answer',
  counts: 'questions',
  run({ files, mind, problems, today }) {
    const before = new Map<string, string>();
    const talks = new Map(LANGUAGES.map(language => [language, new Talk(mind, language, today)]));
    let seen = 0;
    for (const { value: entry, source } of files.faq) {
      for (const language of LANGUAGES) {
        for (const [at, question] of entry.questions[language].entries()) {
          seen++;
          const path = ['questions', language, at];
          const say = (message: string): void =>
            problems.add(source, path, `${showPath(path)} 「${question}」 ${message}`);
          const words = strip(normalize(question), mind.understanding.fillers);
          const earlier = before.get(words);
          if (earlier !== undefined) say(`is a question of ${earlier} too; keep it in one of them`);
          before.set(words, entry.id);
          const events = talks.get(language)?.wouldFollow(question) ?? [];
          const answered = events.find(event => event.type === 'QuestionAnswered')?.faq;
          const filled = events.flatMap(event => (event.type === 'SlotFilled' ? [event.slot] : []));
          if (answered !== entry.id) {
            const acts = [...new Set(repliesOf(events).map(reply => reply.act))].join(', ');
            say(
              answered === undefined
                ? `is not answered (${acts}); write it as a clearer question, or add what it names to facets or lexicon`
                : `is answered by ${answered}; make the two differ in wording or facets, or move the question there`,
            );
          } else if (filled.length > 0) {
            say(`fills ${filled.join(', ')}; write it as a question that tells nothing`);
          }
        }
      }
    }
    return seen;
  },
};
