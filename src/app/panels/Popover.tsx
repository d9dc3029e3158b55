// A button that opens a small panel under itself.
import type { ReactNode } from 'react';
import { useUnfolding } from '../unfolding.ts';
import { DownIcon } from './icons.tsx';
import './popover.css';

interface Props {
  readonly label: ReactNode;
  /** Said to people who do not see the label, where it is short. */
  readonly title?: string;
  readonly className?: string;
  readonly align?: 'start' | 'end';
  readonly chevron?: boolean;
  readonly onOpen?: () => void;
  readonly children: (close: () => void) => ReactNode;
}

export function Popover({
  label,
  title,
  className = 'button',
  align = 'start',
  chevron = true,
  onOpen,
  children,
}: Props) {
  const { open, setOpen, root, button } = useUnfolding();

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  return (
    <div className="popover" ref={root}>
      <button
        type="button"
        className={className}
        ref={button}
        aria-expanded={open}
        title={title}
        aria-label={title}
        onClick={() => {
          if (!open) onOpen?.();
          setOpen(!open);
        }}
      >
        {label}
        {chevron && <DownIcon />}
      </button>
      {open && <div className={`popover-panel is-${align}`}>{children(close)}</div>}
    </div>
  );
}
