import type { FastifyInstance } from 'fastify';
import { LANGUAGES, Language } from '../../core/knowledge/localized.ts';
import { SETTINGS_PATH } from '../../protocol/agreed.ts';
import type { WidgetSettings } from '../../protocol/widget-words.ts';

/** `GET /api/widget?language=`: the widget's words, telephone numbers and limits. Without a language, the default one. */
export function settingsRoute(
  server: FastifyInstance,
  settings: (language: Language) => WidgetSettings,
): void {
  server.get<{ Querystring: { language?: unknown } }>(SETTINGS_PATH, async (request, reply) => {
    const language = Language.safeParse(request.query.language ?? LANGUAGES[0]);
    if (!language.success) return reply.code(400).send({ error: 'unknown-language', languages: LANGUAGES });
    reply.header('Cache-Control', 'no-cache');
    return settings(language.data);
  });
}
