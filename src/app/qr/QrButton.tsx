// Shows the QR code of a link over the whole page, so that the last row can scan it.
import { lazy, Suspense, useRef, useState } from 'react';
import { CloseIcon } from '../panels/icons.tsx';
import { QR_WORDS, type QrWords } from './words.ts';
import './qr.css';

const QrCode = lazy(async () => ({ default: (await import('./QrCode.tsx')).QrCode }));

export function QrButton({ link, words = QR_WORDS }: { link: string; words?: QrWords }) {
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
        {words.code}
      </button>
      <dialog
        className="qr-dialog"
        aria-label={words.code}
        ref={dialog}
        onClose={() => setOpen(false)}
        // Escape closes this one and leaves what lies under it.
        onKeyDown={(event) => event.key === 'Escape' && event.nativeEvent.stopPropagation()}
      >
        <button
          type="button"
          className="button is-quiet is-icon"
          aria-label={words.close}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
        {open && (
          <Suspense fallback={<p className="faint">{words.loading}</p>}>
            <QrCode link={link} words={words} />
          </Suspense>
        )}
      </dialog>
    </>
  );
}
