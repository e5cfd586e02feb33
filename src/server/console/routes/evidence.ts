import type { EvidenceDesk } from '../../../console/evidence.ts';
import { savedName } from '../../../core/conversation/evidence-kinds.ts';
import { ConversationPath, FilePath } from '../../../protocol/console/desk.ts';
import { ExportQuestion } from '../../../protocol/console/evidence.ts';
import { caseArchive } from '../export/case-archive.ts';
import { mediatorOf } from '../mediator-of.ts';
import { type ConsoleRoute, route } from '../route.ts';

/** What was sent in a conversation, to be looked at and taken away. */
export const evidenceRoutes = (evidence: EvidenceDesk): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/conversations/:id/evidence/:file',
    summary: 'A file as it came, to be saved; noted each time',
    who: 'mediator',
    scope: 'cases:read',
    of: 'conversation',
    params: FilePath,
    answer: { file: ['*/*'] },
    errors: ['file-lost'],
    async handle({ actor, params: { id, file } }) {
      const given = await evidence.original(id, file, mediatorOf(actor));
      if ('refused' in given) return given;
      const { type, bytes } = given;
      return { type, name: savedName(given.evidence.name, type), bytes };
    },
  }),
  route({
    method: 'GET',
    path: '/conversations/:id/evidence/:file/preview',
    summary:
      'A file to be looked at: a picture upright, smaller and without its metadata, a text in UTF-8, PDF and sound as they are; noted as a look',
    who: 'mediator',
    scope: 'cases:read',
    of: 'conversation',
    params: FilePath,
    answer: { file: ['image/webp', 'text/plain', 'application/pdf', 'audio/*'] },
    errors: ['file-lost', 'no-preview'],
    async handle({ actor, params: { id, file } }) {
      const given = await evidence.shown(id, file, mediatorOf(actor));
      return 'refused' in given ? given : { type: given.type, name: null, bytes: given.bytes };
    },
  }),
  route({
    method: 'GET',
    path: '/conversations/:id/export',
    summary:
      'All of a conversation to take away, as a ZIP: its cases as `parley-case/2`, the talk to read and to print, the files as they came, and a list of their hashes; noted each time',
    who: 'mediator',
    scope: 'cases:read',
    of: 'conversation',
    params: ConversationPath,
    query: ExportQuestion,
    answer: { file: ['application/zip'] },
    async handle({ actor, params: { id }, query: { language } }) {
      const by = mediatorOf(actor);
      return caseArchive(await evidence.takeAway(id, by), by, language);
    },
  }),
];
