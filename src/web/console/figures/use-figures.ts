import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FiguresAnswer } from '../../../protocol/console/figures.ts';
import { call, query } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';
import type { DaysChosen } from './days-chosen.ts';

const EVERY = 60_000;
/** While old history is being counted there is soon more to see. */
const EVERY_WHILE_COUNTING = 3_000;

export const useFigures = (days: DaysChosen) =>
  useQuery({
    queryKey: [...KEYS.figures, days],
    queryFn: () => call<FiguresAnswer>('GET', `/stats${query({ ...days })}`),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.isComplete === false ? EVERY_WHILE_COUNTING : EVERY),
  });
