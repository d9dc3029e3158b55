// Shows the QR code of a link over the whole page, so that the last row can scan it.
import { lazy, Suspense, useRef, useState } from 'react';
import { CloseIcon } from '../panels/icons.tsx';
import './qr.css';

const QrCode = lazy(async () => ({ default: (await import('./QrCode.tsx')).QrCode }));

export function QrButton({ link }: { link: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        QR code
      </button>
      <dialog
        className="qr-dialog"
        aria-label="QR code"
        ref={dialog}
        onClose={() => setOpen(false)}
        // Escape closes this one and leaves what lies under it.
        onKeyDown={(event) => event.key === 'Escape' && event.nativeEvent.stopPropagation()}
      >
        <button
          type="button"
          className="button is-quiet is-icon"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
        {open && (
          <Suspense fallback={<p className="faint">Loading…</p>}>
            <QrCode link={link} />
          </Suspense>
        )}
      </dialog>
    </>
  );
}
