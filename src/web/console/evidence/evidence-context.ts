import { createContext, useContext } from 'react';

/** Opens a file of the conversation by its id, wherever one reads of it. */
export const EvidenceContext = createContext<(file: string) => void>(() => {});

export const useOpenFile = (): ((file: string) => void) => useContext(EvidenceContext);
