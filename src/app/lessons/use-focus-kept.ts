// Gives the keyboard a place to go on from, where what it was on has been taken away.
import { type RefObject, useEffect, useRef } from 'react';

/** Parts of a panel that have a name of their own. */
const PARTS = 'fieldset, section, article';

/**
 * Looks after every change. The focus goes to the part in which it was, or to the whole if that is
 * gone, too; it is never taken from where a person has put it.
 */
export function useFocusKept<T extends HTMLElement>(): RefObject<T | null> {
  const whole = useRef<T>(null);
  const part = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      const isInside = target instanceof HTMLElement && whole.current?.contains(target) === true;
      part.current = isInside ? target.closest(PARTS) : null;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);

  useEffect(() => {
    if (part.current === null || document.activeElement !== document.body) return;
    const left = part.current.isConnected ? part.current : whole.current;
    if (left === null) return;
    left.tabIndex = -1;
    left.focus({ preventScroll: true });
  });

  return whole;
}
