// A button that opens a small panel under itself; Escape, a click elsewhere or leaving it closes it.
import { type ReactNode, useEffect, useRef, useState } from 'react';
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
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Escape does one thing at a time.
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);

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
