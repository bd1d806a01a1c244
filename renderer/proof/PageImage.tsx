import { useEffect, useRef } from 'react';
import { galley } from '../galley';

export interface PageImageProps {
  readonly svg: Uint8Array;
  /** Called once the picture is on the screen. */
  readonly onShown?: () => void;
}

/** A page as a picture. The one before stays until the next is ready, so that nothing flickers. */
export function PageImage({ svg, onShown }: PageImageProps) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef(onShown);
  shown.current = onShown;
  useEffect(() => {
    let current = true;
    const address = URL.createObjectURL(new Blob([new Uint8Array(svg)], { type: 'image/svg+xml' }));
    const image = new Image();
    image.alt = '';
    image.src = address;
    image
      .decode()
      .then(() => {
        if (!current) return;
        place.current?.replaceChildren(image);
        shown.current?.();
      })
      // A picture that was taken away before it was ready is no loss.
      .catch((cause: unknown) => (current ? galley.call('app:log', `page picture: ${String(cause)}`) : undefined))
      .finally(() => URL.revokeObjectURL(address));
    return () => {
      current = false;
    };
  }, [svg]);
  return <div className="page-image" ref={place} />;
}
