/** What of a pressed key decides whether it is meant for the whole page. */
export interface PressedKey {
  key: string;
  keyCode: number;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
  target: unknown;
}

const FIELDS = 'input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=menu]';
const PRESSABLE = 'button, a, summary, [role=tab], [role=radio], [role=switch]';

/** Whether a key is composing Chinese, as browsers old and new tell it. */
export const isComposing = ({ isComposing, keyCode }: Pick<PressedKey, 'isComposing' | 'keyCode'>): boolean =>
  isComposing || keyCode === 229;

/** Whether a key is no part of what somebody types, chooses or presses. */
export function isForShortcuts(event: PressedKey): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isComposing(event))
    return false;
  const target = event.target as { closest?: (selector: string) => unknown } | null;
  if (!target?.closest) return true;
  if (target.closest(FIELDS)) return false;
  return event.key !== 'Enter' || !target.closest(PRESSABLE);
}
