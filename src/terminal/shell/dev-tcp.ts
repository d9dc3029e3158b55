// `> /dev/tcp/HOST/PORT`: bash's own way to try a port, for images without any tool.
import { complain, type Piece } from '../outcome.ts';

export interface Socket {
  readonly host: string;
  readonly port: string;
  readonly isUdp: boolean;
}

/** null for the name of a file. */
export function socketIn(file: string): Socket | null {
  const [, protocol, host, port] = /^\/dev\/(tcp|udp)\/([^/]+)\/(\d{1,5})$/.exec(file) ?? [];
  if (host === undefined || port === undefined) return null;
  return { host, port, isUdp: protocol === 'udp' };
}

/** What nc prints, as bash says it; waits and remarks stay. */
export function asBashSays(pieces: readonly Piece[], file: string): readonly Piece[] {
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.stream === 'remark') return [piece];
    const { text } = piece;
    if (text === '') return piece.wait === null ? [] : [piece];
    const what = /refused/.test(text)
      ? 'connect: Connection refused'
      : /bad address/.test(text)
        ? `${file.split('/')[3] ?? ''}: Name or service not known`
        : 'connect: Connection timed out';
    const lines = `bash: ${what}\nbash: ${file}: ${what.replace(/^connect: /, '')}\n`;
    return [{ ...complain(''), text: lines, wait: piece.wait }];
  });
}
