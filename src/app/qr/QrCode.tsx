// A link as a QR code, for a room full of phones.
import qrcode from 'qrcode-generator';

/** Bytes: what the largest code holds (ISO/IEC 18004, version 40-L). */
const MOST = 2_953;
/** Modules along a side; a finer code wants a large screen and a steady hand. */
const FINE = 121;

/** Modules of quiet around it; scanners need four. */
const MARGIN = 4;

export function QrCode({ link }: { link: string }) {
  const bytes = new TextEncoder().encode(link).length;
  if (bytes > MOST) {
    return (
      <p className="warning">
        This link is too long for a QR code: {bytes.toLocaleString('en')} characters, and a code
        holds {MOST.toLocaleString('en')}. Share the link itself, or put the manifests on the web
        and share <code>?src=</code> with their address.
      </p>
    );
  }
  const code = qrcode(0, 'L');
  code.addData(link, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * MARGIN;
  return (
    <>
      <svg
        className="qr"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label="QR code of the link"
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} fill="#fff" />
        <path d={pathOf(count, (row, column) => code.isDark(row, column))} fill="#000" />
      </svg>
      {count > FINE && <p className="faint">A fine code: show it large.</p>}
    </>
  );
}

/** One stroke for each run of dark modules. */
function pathOf(count: number, isDark: (row: number, column: number) => boolean): string {
  let path = '';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; ) {
      let end = column;
      while (end < count && isDark(row, end)) end += 1;
      if (end > column)
        path += `M${column + MARGIN} ${row + MARGIN}h${end - column}v1h-${end - column}z`;
      column = end + 1;
    }
  }
  return path;
}
