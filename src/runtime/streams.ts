/**
 * Names of streams: one for each conversation, one for what staff do about it, and one for each case; those of staff
 * themselves come after them.
 */
export const CONVERSATION = 'conversation-';
export const DESK = 'desk-';
export const CASE = 'case-';

export const conversationStream = (id: string): string => CONVERSATION + id;
export const deskStream = (conversation: string): string => DESK + conversation;
export const caseStream = (number: string): string => CASE + number;

/** The accounts and keys of this installation. */
export const REGISTER = 'staff';
/** Whose key encrypts what is kept of staff. No person's data are kept under it, so it is never destroyed. */
export const STAFF_OWNER = 'staff';
export const SESSIONS = 'staff-';
/** What supervisors wrote for mediators to say. */
export const REPLIES = 'replies';
export const KEY_USE = 'key-';
export const AUDIT = 'audit-';
/** What the desk remembers of each day. */
export const TURNS = 'turns-';

/** What the figures are made of, by day. */
export const FACTS = 'facts-';
/** Whose key encrypts it: what stands there is nobody's, and outlives the talks it was taken from. */
export const FACTS_OWNER = 'facts';

export const sessionsStream = (account: string): string => SESSIONS + account;
export const keyUseStream = (key: string): string => KEY_USE + key;
/** @param day in UTC, YYYY-MM-DD */
export const auditStream = (day: string): string => AUDIT + day;
/** @param day in UTC, YYYY-MM-DD */
export const factsStream = (day: string): string => FACTS + day;
export const turnsStream = (day: string): string => TURNS + day;
