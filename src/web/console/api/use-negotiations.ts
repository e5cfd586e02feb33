import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import type { z } from 'zod';
import type { NegotiationList, QuestionList } from '../../../protocol/console/library.ts';
import { LanguageContext } from '../words/words.ts';
import { call, query } from './call.ts';

/** Kinds of matters that Parley knows, with their names in the reader's language. */
export function useNegotiations(): { id: string; label: string }[] {
  const language = useContext(LanguageContext);
  const { data } = useQuery({
    queryKey: ['negotiations', language],
    queryFn: () => call<z.infer<typeof NegotiationList>>('GET', `/negotiations${query({ language })}`),
    staleTime: Infinity,
  });
  return data?.negotiations ?? [];
}

/** What the forms of all matters ask for, with its names in the reader's language. */
export function useQuestions(): { id: string; label: string }[] {
  const language = useContext(LanguageContext);
  const { data } = useQuery({
    queryKey: ['questions', language],
    queryFn: () => call<z.infer<typeof QuestionList>>('GET', `/questions${query({ language })}`),
    staleTime: Infinity,
  });
  return data?.questions ?? [];
}
