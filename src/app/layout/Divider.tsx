// A line between two panes that is dragged, or moved with the arrow keys.
import { useRef } from 'react';
import { clampSize, type Divided, LIMITS } from './sizes.ts';

interface Props {
  readonly name: Divided;
  readonly label: string;
  readonly share: number;
  /** `row`: panes beside each other. */
  readonly axis: 'row' | 'column';
  /** The sized pane comes after the line. */
  readonly after?: boolean;
  readonly onShare: (share: number) => void;
}

const KEY_STEP = 0.02;

export function Divider({ name, label, share, axis, after = false, onShare }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const [least, most] = LIMITS[name];
  const grow = (by: number) => onShare(clampSize(name, share + (after ? -by : by)));

  function drag(event: React.PointerEvent): void {
    const box = line.current?.parentElement?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const at =
      axis === 'row'
        ? (event.clientX - box.left) / box.width
        : (event.clientY - box.top) / box.height;
    onShare(clampSize(name, after ? 1 - at : at));
  }

  function press(event: React.KeyboardEvent): void {
    const [less, more] = axis === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === less) grow(-KEY_STEP);
    else if (event.key === more) grow(KEY_STEP);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be focused and moved
    <div
      ref={line}
      className={`divider is-${axis}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={axis === 'row' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={Math.round(least * 100)}
      aria-valuemax={Math.round(most * 100)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
