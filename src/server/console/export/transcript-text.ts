import type { SpokenLine } from './spoken-lines.ts';
import type { ExportWords } from './words.ts';

/** The talk as plain text; every line of a message is set in, so that nobody's words can pass for a line of the record. */
export const transcriptText = (lines: SpokenLine[], words: ExportWords): string =>
  lines
    .map(({ at, who, paragraphs, files }) =>
      [
        `[${at}] ${who}`,
        ...paragraphs
          .map(({ text, isGenerated }) => (isGenerated ? `${text} [${words.generated}]` : text))
          .flatMap(one => one.split(/\r\n?|\n/))
          .map(one => `    ${one}`),
        ...files.map(({ name }) => `    ${words.file(name)}`),
      ].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
