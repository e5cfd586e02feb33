import type { CaseFile } from '../../core/case/case-file.ts';
import { nowIn } from '../../core/language/day.ts';

/** The hand-over sheet as text, for a mediator to read from top to bottom. */
export function sheetText(file: CaseFile): string {
  const { sheet, routing, zone } = file;
  const reworded = sheet.summaryPhrasing?.veto === null ? sheet.summaryPhrasing : null;
  const at = (instant: string): string => {
    const { day, clock } = nowIn(zone, instant);
    return `${day} ${clock}`;
  };
  const filesOf = (ids: string[]): string => ids.join(', ') || '(missing)';
  const part = (title: string, lines: string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`)];
  return [
    `${file.number}  ${file.negotiation.label}  filed ${at(file.filedAt)}  answer by ${file.answerBy}`,
    ...part(
      'Safety',
      [...file.safety, ...sheet.flags].map(flag => `! ${flag}`),
    ),
    ...(reworded ? part(`Summary (AI-generated: reworded by ${reworded.model})`, [sheet.summary]) : []),
    ...part('Summary (made by rules)', [reworded?.draft ?? sheet.summary]),
    ...part(
      'In their own words',
      sheet.ownWords.map(({ label, text, at: said }) => `${label}${said ? ` (${at(said)})` : ''}: ${text}`),
    ),
    ...part(
      'Timeline',
      sheet.timeline.map(({ label, shown }) => `${shown}  ${label}`),
    ),
    ...part('Against', sheet.counterparty === null ? [] : [sheet.counterparty]),
    ...part('Claim', [
      ...(sheet.claim.demand === null ? [] : [sheet.claim.demand]),
      ...sheet.claim.amounts.map(({ label, shown }) => `${label}: ${shown}`),
    ]),
    ...part(
      'What proves it',
      sheet.proof.map(
        ({ label, proves, level, evidence }) => `${label} [${level}] ${filesOf(evidence)} – ${proves}`,
      ),
    ),
    ...part(
      'Missing',
      [...file.missing, ...file.missingEvidence].map(({ label }) => label),
    ),
    ...part(
      'Deadlines',
      sheet.deadlines.map(({ label, day }) => `${day}  ${label}`),
    ),
    ...part(
      'Route',
      routing
        ? [
            `${routing.route}: ${routing.problem}`,
            `because: ${sheet.reason.join('; ')}`,
            ...[...routing.first, ...routing.then].map((line, step) => `${step + 1}. ${line}`),
            ...routing.notes.map(note => `· ${note}`),
            `facts: ${routing.facts.join(', ')}`,
          ]
        : [],
    ),
    ...part('Consent', [
      `${file.consent.receiver}, ${at(file.consent.at)}: ${file.consent.from.words || file.consent.from.rule}`,
    ]),
    ...part(
      'Files',
      file.evidence.map(
        ({ id, name, mime, size, sha256, storedAt }) =>
          `${id}  ${name}  ${mime}  ${size} bytes  sha256 ${sha256}  received ${storedAt === '' ? 'unknown' : at(storedAt)}`,
      ),
    ),
    '',
    `Knowledge ${file.knowledgeVersion.slice(0, 16)}`,
  ].join('\n');
}
