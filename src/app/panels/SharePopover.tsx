// Puts the whole page into a link, and says how far such a link travels.
import { useState } from 'react';
import { saveFiles } from '../intake/saving.ts';
import { numberText } from '../number-text.ts';
import type { Page } from '../start.ts';
import { Popover } from './Popover.tsx';

/** Characters: from here on some chats cut a link, and most do (see the measures of links). */
const LONG = 8_000;
const TOO_LONG_FOR_MOST = 28_000;

type Shared =
  | { readonly link: string; readonly copied: boolean }
  | { readonly link: null; readonly copied: false };

export function SharePopover({ page }: { page: Page }) {
  const [shared, setShared] = useState<Shared | null>(null);

  function share(): void {
    const link = page.visit.share();
    if (link === null) {
      setShared({ link: null, copied: false });
      return;
    }
    setShared({ link, copied: false });
    // Missing where the page is not served over https.
    navigator.clipboard?.writeText(link).then(
      () => setShared({ link, copied: true }),
      () => undefined,
    );
  }

  return (
    <Popover label="Share" className="button is-primary" align="end" chevron={false} onOpen={share}>
      {() => (
        <div className="share" role="status">
          {shared !== null && <Told shared={shared} />}
          <p className="faint">
            The link holds the manifests themselves; no server keeps them. Whoever has the link can
            read them.
          </p>
          <button
            type="button"
            className="button"
            onClick={() => saveFiles(page.store.getState().files)}
          >
            Save as a file
          </button>
        </div>
      )}
    </Popover>
  );
}

function Told({ shared }: { shared: Shared }) {
  if (shared.link === null) {
    return <p className="warning">This is more than an address can hold. Save it as a file.</p>;
  }
  const { link, copied } = shared;
  return (
    <>
      <p>
        <strong>{copied ? 'Link copied.' : 'Copy this link:'}</strong> {numberText(link.length)}{' '}
        characters.
      </p>
      <input
        className="input"
        readOnly
        value={link}
        aria-label="Link to this page"
        onFocus={(event) => event.currentTarget.select()}
      />
      {link.length >= LONG && (
        <p className="warning">
          {link.length >= TOO_LONG_FOR_MOST
            ? 'Most chats cut a link of this length: better save the manifests as a file and send that.'
            : 'Some chats cut a link of this length: check that it arrives whole.'}
        </p>
      )}
    </>
  );
}
