/** Names of streams: one for each conversation, one for what staff do about it, and one for each case. */
export const CONVERSATION = 'conversation-';
export const DESK = 'desk-';
export const CASE = 'case-';

export const conversationStream = (id: string): string => CONVERSATION + id;
export const deskStream = (conversation: string): string => DESK + conversation;
export const caseStream = (number: string): string => CASE + number;
