import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { prepareMind } from '../../src/core/dialogue/mind.ts';
import { loadKnowledge } from '../../src/runtime/load-knowledge.ts';
import { playTranscript, Transcript, type TranscriptTurn } from '../support/transcript.ts';
import type { TurnReport } from '../../src/core/conversation/views/turn-report.ts';

const folder = import.meta.dirname;
const mind = prepareMind(loadKnowledge('knowledge'));
const files = globSync('*/*.yaml', { cwd: folder }).sort();

test('there are transcripts to play', () => expect(files.length).toBeGreaterThan(30));

for (const phenomenon of new Set(files.map(file => file.split('/')[0] ?? ''))) {
  describe(phenomenon, () => {
    for (const file of files.filter(one => one.startsWith(`${phenomenon}/`))) {
      test(file.slice(phenomenon.length + 1, -'.yaml'.length).replaceAll('-', ' '), async () => {
        const transcript = Transcript.parse(parse(readFileSync(join(folder, file), 'utf8')));
        for await (const { turn, report, at, refused } of playTranscript(transcript, mind)) {
          const did = turn.user ?? turn.press ?? turn.file ?? turn.mediator?.command;
          const where = `turn ${at + 1} (${did}): ${JSON.stringify(report)}`;
          expect(refused, where).toBe(turn.refuses ?? null);
          check(turn, report, where);
        }
      });
    }
  });
}

function check(turn: TranscriptTurn, report: TurnReport, where: string): void {
  const acts = report.replies.map(reply => reply.act);
  if (turn.acts) expect(acts, where).toEqual(turn.acts);
  for (const act of turn.says ?? []) expect(acts, where).toContain(act);
  for (const act of turn.neverSays ?? []) expect(acts, where).not.toContain(act);
  if (turn.values) {
    const told = report.values.map(({ slot, status, value }) => ({ slot, status, value }));
    expect(told, where).toEqual(turn.values.map(expected => expect.objectContaining(expected)));
  }
  for (const [slot, value] of Object.entries(turn.fills ?? {})) {
    const filled = report.values.findLast(one => one.slot === slot && one.status === 'filled');
    expect(filled?.value, `${slot} in ${where}`).toMatchObject(value as object);
  }
  if (turn.type !== undefined) expect(report.type, where).toBe(turn.type);
  if (turn.asking !== undefined) expect(report.asking, where).toBe(turn.asking);
  if (turn.filed !== undefined) expect(report.case !== null, where).toBe(turn.filed);
  if (turn.handoff !== undefined) expect(report.handoff, where).toBe(turn.handoff);
  if (turn.faq !== undefined) expect(report.faq ?? null, where).toBe(turn.faq);
}
