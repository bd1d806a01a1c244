import { useEffect, useState } from 'react';

const KEY = 'galley.inspector-width';
const NARROW = 1180;
/** What the rail and the galley keep at the least, in pixels. */
const KEPT = 672;

export interface InspectorWidth {
  readonly width: number;
  readonly least: number;
  readonly most: number;
  /** 0 goes back to the width that the window gives it. */
  readonly setWidth: (width: number) => void;
}

/** How wide the inspector is; remembered on this machine. */
export function useInspectorWidth(): InspectorWidth {
  const [wanted, setWanted] = useState(() => Number(localStorage.getItem(KEY)) || 0);
  const window = useWindowWidth();
  const usual = window <= NARROW ? 300 : 340;
  const most = Math.max(usual, window - KEPT);
  const setWidth = (width: number) => {
    setWanted(width);
    localStorage.setItem(KEY, String(width));
  };
  return { width: Math.min(most, wanted === 0 ? usual : wanted), least: 260, most, setWidth };
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(globalThis.innerWidth);
  useEffect(() => {
    const measure = () => setWidth(globalThis.innerWidth);
    globalThis.addEventListener('resize', measure);
    return () => globalThis.removeEventListener('resize', measure);
  }, []);
  return width;
}
