import { App } from 'antd';
import { useWords } from '../words/words.ts';
import { CallFailed } from './call.ts';

/** Says in words why something failed. */
export function useFailure(): { inWords: (error: unknown) => string; tell: (error: unknown) => void } {
  const words = useWords();
  const { message } = App.useApp();
  const inWords = (error: unknown): string =>
    words.errors[error instanceof CallFailed ? error.failure : 'failed'];
  return { inWords, tell: error => void message.error(inWords(error)) };
}
