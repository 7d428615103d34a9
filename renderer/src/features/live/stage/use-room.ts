import { type RefObject, useLayoutEffect, useState } from 'react';

export type Room = { readonly width: number; readonly height: number };

/** A drawing follows its room in steps, so that it does not change by a pixel when a text beside it does. */
const STEP = 8;

/**
 * The room that a part of the stage has, in pixels of the drawing of 1280 by 720: the scale of the stage changes nothing
 * in it. Null before it was measured.
 */
export function useRoom(element: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => {
      const width = Math.floor(current.clientWidth / STEP) * STEP;
      const height = Math.floor(current.clientHeight / STEP) * STEP;
      setRoom((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
