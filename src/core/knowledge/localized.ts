import { z } from 'zod';

/** The languages Parley speaks, as BCP-47 codes, the first being the default. Each has a lexicon, phrases and a folder in `core/language`. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** One thing said in every language. A missing language is an error at load, never an empty bubble. */
const inEveryLanguage = <T extends z.ZodType>(one: T) => z.strictObject({ 'zh-CN': one, en: one });

export const Localized = inEveryLanguage(z.string().trim().min(1));
export type Localized = z.infer<typeof Localized>;

export const LocalizedList = inEveryLanguage(z.array(z.string().trim().min(1)));
export type LocalizedList = z.infer<typeof LocalizedList>;

/** Ids in knowledge files: lower case words joined by hyphens. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');
