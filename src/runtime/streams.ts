/** Names of streams: one for each conversation and one for each case. */
export const CONVERSATION = 'conversation-';
export const CASE = 'case-';

export const conversationStream = (id: string): string => CONVERSATION + id;
export const caseStream = (number: string): string => CASE + number;
