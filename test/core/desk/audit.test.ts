import { expect, test } from 'vitest';
import { auditOfDesk } from '../../../src/core/desk/audit.ts';
import { type DeskEvent, LOOKS } from '../../../src/core/desk/events.ts';

const by = { id: 'a1', name: '王主任' };
const audit = (event: DeskEvent) => auditOfDesk(event, 'talk');

test('every kind of look has a word of its own, and is told without any name', () => {
  const entries = LOOKS.map(at => audit({ type: 'Looked', at, file: at === 'item' ? null : 'f1', by }));
  expect(entries.map(entry => entry?.what)).toEqual(['looked', 'file-looked', 'file-saved', 'exported']);
  expect(entries[0]).toEqual({ who: 'a1', what: 'looked', about: 'talk', details: {} });
  expect(entries[1]?.details).toEqual({ file: 'f1' });
  expect(JSON.stringify(entries)).not.toContain('王主任');
});

test('who is given what to look after, by hand or by itself', () => {
  const assigned = { type: 'DeskAssigned', mediator: { id: 'b2', name: '李' } } as const;
  expect(audit({ ...assigned, how: 'by-hand', by })).toEqual({
    who: 'a1',
    what: 'assigned',
    about: 'talk',
    details: { how: 'by-hand', to: 'b2' },
  });
  expect(audit({ ...assigned, how: 'in-turn', by: null })?.who).toBe('system');
  expect(audit({ type: 'DeskAssigned', mediator: null, how: 'by-hand', by })?.details).toEqual({
    how: 'by-hand',
  });
});

test('a note is nobody’s business but the desk’s', () =>
  expect(audit({ type: 'NoteAdded', note: 'n', text: '先打电话', by })).toBeNull());
