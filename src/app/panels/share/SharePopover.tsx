// Puts the whole page into a link, and says how far such a link travels.
import { useState } from 'react';
import { saveFiles } from '../../intake/saving.ts';
import { frameText, isOnDisk } from '../../link/outward.ts';
import { numberText } from '../../number-text.ts';
import { QrButton } from '../../qr/QrButton.tsx';
import type { Page } from '../../start.ts';
import { Popover } from '../Popover.tsx';
import './share.css';

/** Characters: from here on some chats cut a link, and most do (see the measures of links). */
const LONG = 8_000;
const TOO_LONG_FOR_MOST = 28_000;

/** What a link is to open as. */
type Form = 'edit' | 'read-only' | 'frame';

const FORMS: readonly { readonly form: Form; readonly words: string }[] = [
  { form: 'edit', words: 'To edit' },
  { form: 'read-only', words: 'Read-only' },
  { form: 'frame', words: 'In slides' },
];

type Shared =
  | { readonly link: string; readonly copied: boolean }
  | { readonly link: null; readonly copied: false };

export function SharePopover({ page }: { page: Page }) {
  const [shared, setShared] = useState<Shared | null>(null);
  const [form, setForm] = useState<Form>('edit');

  function share(asked: Form): void {
    setForm(asked);
    const link = page.visit.share(asked === 'read-only' ? 'read-only' : 'edit');
    if (link === null) {
      setShared({ link: null, copied: false });
      return;
    }
    setShared({ link, copied: false });
    // Missing where the page is not served over https.
    navigator.clipboard?.writeText(asked === 'frame' ? frameText(link) : link).then(
      () => setShared({ link, copied: true }),
      () => undefined,
    );
  }

  return (
    <Popover
      label="Share"
      className="button is-primary"
      align="end"
      chevron={false}
      onOpen={() => share('edit')}
    >
      {() => (
        <div className="share">
          <fieldset className="share-forms">
            <legend>Opens</legend>
            {FORMS.map((one) => (
              <label key={one.form}>
                <input
                  type="radio"
                  name="share-form"
                  checked={form === one.form}
                  onChange={() => share(one.form)}
                />
                {one.words}
              </label>
            ))}
          </fieldset>
          <div className="share-told" role="status">
            {shared !== null && <Told shared={shared} form={form} />}
          </div>
          <p className="faint">
            The link holds the manifests themselves; no server keeps them. Whoever has the link can
            read them.
          </p>
          <div className="share-actions">
            {shared !== null && shared.link !== null && form !== 'frame' && !isOnDisk() && (
              <QrButton link={shared.link} />
            )}
            <button
              type="button"
              className="button"
              onClick={() => saveFiles(page.store.getState().files)}
            >
              Save as a file
            </button>
          </div>
        </div>
      )}
    </Popover>
  );
}

function Told({ shared, form }: { shared: Shared; form: Form }) {
  if (shared.link === null) {
    return <p className="warning">This is more than an address can hold. Save it as a file.</p>;
  }
  const { link, copied } = shared;
  const what = form === 'frame' ? 'frame' : 'link';
  return (
    <>
      <p>
        <strong>
          {copied ? `${form === 'frame' ? 'Frame' : 'Link'} copied.` : `Copy this ${what}:`}
        </strong>{' '}
        {numberText(link.length)} characters.
      </p>
      <input
        className="input"
        readOnly
        value={form === 'frame' ? frameText(link) : link}
        aria-label={form === 'frame' ? 'Frame of this page' : 'Link to this page'}
        onFocus={(event) => event.currentTarget.select()}
      />
      {isOnDisk() && (
        <p className="warning">
          This page is a file on your computer, and its link opens nowhere else. Save the manifests
          as a file and send that, or make the link in Netpolis on the web.
        </p>
      )}
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
