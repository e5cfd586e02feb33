import { z } from 'zod';

const Text = z.string().trim().min(1);

/** What the bot says, by phrase; `{name}` is filled by the bot, `{{authority.x.phone}}` and `{{rule.x.y}}` by facts. */
export const Phrases = z.strictObject({
  /** Sentences of the bot, by the key the renderer asks for. */
  bot: z.record(z.string(), Text),
  /** Words on the widget's own buttons and notices. */
  widget: z.record(z.string(), Text),
});
export type Phrases = z.infer<typeof Phrases>;
