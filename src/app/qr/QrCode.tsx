// A link as a QR code, for a room full of phones.
import qrcode from 'qrcode-generator';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { numberText } from '../number-text.ts';
import type { QrWords } from './words.ts';

/** Bytes: what the largest code holds (ISO/IEC 18004, version 40-L). */
const MOST = 2_953;
/** Squares along a side; a finer code wants a large screen and a steady hand. */
const FINE = 121;

/** Squares of quiet around it; scanners need four. */
const MARGIN = 4;

export function QrCode({ link, words }: { link: string; words: QrWords }) {
  const bytes = new TextEncoder().encode(link).length;
  if (bytes > MOST) {
    return (
      <p className="warning">
        {words.tooLong(numberText(bytes), numberText(MOST))} {words.shorter}
      </p>
    );
  }
  return <Code link={link} words={words} />;
}

function Code({ link, words }: { link: string; words: QrWords }) {
  const place = useRef<HTMLDivElement>(null);
  const { count, path } = useMemo(() => drawn(link), [link]);
  const size = count + 2 * MARGIN;
  const [side, setSide] = useState(0);

  useLayoutEffect(() => {
    const take = () => place.current && setSide(sideWithin(place.current, size));
    take();
    window.addEventListener('resize', take);
    return () => window.removeEventListener('resize', take);
  }, [size]);

  return (
    <>
      <div className="qr-room" ref={place}>
        <svg
          className="qr"
          viewBox={`0 0 ${size} ${size}`}
          width={side}
          height={side}
          role="img"
          aria-label={words.picture}
          shapeRendering="crispEdges"
        >
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
      </div>
      {count > FINE && (
        <p className="faint">
          {words.fine} {words.shorter}
        </p>
      )}
    </>
  );
}

/** Pixels: the largest side that fits and gives every square the same whole number of dots. */
function sideWithin({ clientWidth, clientHeight }: HTMLElement, squares: number): number {
  const dots = window.devicePixelRatio || 1;
  const room = Math.min(clientWidth, clientHeight) * dots;
  return (Math.max(1, Math.floor(room / squares)) * squares) / dots;
}

function drawn(link: string): { readonly count: number; readonly path: string } {
  const code = qrcode(0, 'L');
  code.addData(link, 'Byte');
  code.make();
  const count = code.getModuleCount();
  return { count, path: pathOf(count, (row, column) => code.isDark(row, column)) };
}

/** One stroke for each run of dark squares. */
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
