import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type Places, placesOf, widthOf } from './measure.ts';

/** An issue is laid out as wide as most mail programs show it, and narrower only as far as it can still be read. */
const COMFORTABLE = 640;
const SMALLEST_SCALE = 0.62;
const WIDEST = 1600;
/** While it is measured: what is as high as its window must not grow with it. */
const MEASURED_AT = 600;

export interface LaidOut {
  readonly width: number;
  readonly scale: number;
  /** In pixels of the issue's own page. */
  readonly places: Places;
}

/**
 * Lays an issue out in its frame so that it fits into the room that there is, smaller where it must, and says where
 * things are in it.
 * @param room Pixels; 0: not known yet.
 */
export function useLaidOut(
  frame: RefObject<HTMLIFrameElement | null>,
  room: number,
): { readonly laidOut: LaidOut | null; readonly onLoad: () => void } {
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null);
  const isLoaded = useRef(false);
  const layOut = useCallback(() => {
    const element = frame.current;
    const page = element?.contentDocument;
    if (element === null || page === null || page === undefined || room === 0) return;
    const wanted = Math.max(room, Math.min(COMFORTABLE, room / SMALLEST_SCALE));
    element.style.height = `${MEASURED_AT}px`;
    element.style.width = `${wanted}px`;
    const width = Math.min(WIDEST, Math.max(wanted, widthOf(page)));
    element.style.width = `${width}px`;
    const places = placesOf(page);
    element.style.height = `${places.height}px`;
    setLaidOut({ width, scale: Math.min(1, room / width), places });
  }, [frame, room]);
  useEffect(() => {
    if (isLoaded.current) layOut();
  }, [layOut]);
  const onLoad = useCallback(() => {
    isLoaded.current = true;
    layOut();
  }, [layOut]);
  return { laidOut, onLoad };
}
