import type { Problems } from './problems.ts';
import type { KnowledgeFiles } from './read-knowledge.ts';
import { spokenTexts } from './spoken-texts.ts';
import { showPath } from './yaml-source.ts';

/** Reports brackets that stand for a person's value where a model rewords a text: one in the text itself would pass for it. */
export function checkValueMarks(files: KnowledgeFiles, problems: Problems): void {
  for (const { source, path, text } of spokenTexts(files)) {
    const mark = /[⟦⟧]/.exec(text)?.[0];
    if (mark)
      problems.add(
        source,
        path,
        `${showPath(path)} has ${mark}, which marks values; write 「」 or 【】`,
        mark,
      );
  }
}
