import { type RefObject, useEffect, useState } from 'react';

const UNKNOWN = 640;

/** The width of an element in pixels, as it changes; a usual one before it is known, and while it is hidden. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(UNKNOWN);
  useEffect(() => {
    const element = place.current;
    if (!element || !globalThis.ResizeObserver) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [place]);
  return width;
}
