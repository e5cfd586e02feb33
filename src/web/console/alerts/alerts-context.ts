import { createContext } from 'react';

/** Whether alerts get through. */
export interface Alerts {
  isSoundBlocked: boolean;
  notices: 'granted' | 'default' | 'denied' | 'none';
  /** Asks the browser for both. Only a press may ask. */
  allow(): void;
}

export const AlertsContext = createContext<Alerts>({
  isSoundBlocked: false,
  notices: 'none',
  allow: () => {},
});
