import { CONSOLE_API } from '../../../protocol/console/agreed.ts';

/** Where a file is taken as it came. */
export const originalAt = (conversation: string, file: string): string =>
  `${CONSOLE_API}/conversations/${conversation}/evidence/${file}`;

/** Where that is which can be shown of a file. */
export const previewAt = (conversation: string, file: string): string =>
  `${originalAt(conversation, file)}/preview`;
