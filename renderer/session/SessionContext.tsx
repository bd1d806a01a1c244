import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { PieceSession, PieceState } from './piece-session';

/** The session of the piece that the workspace shows. */
export const SessionContext = createContext<PieceSession | null>(null);

export function useSession(): PieceSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside the workspace');
  return session;
}

/** One part of the open piece's state; the component is drawn again only when that part changes. */
export function usePiece<Part>(select: (state: PieceState) => Part): Part {
  return useStore(useSession().store, select);
}
