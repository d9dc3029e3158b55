// Shows what a line came to: its text, with the pauses in it, and the flow that may be asked about.
import { externalName } from '../../core/index.ts';
import type { Outcome } from '../../terminal/terminal.ts';
import type { Host, Screen } from './conversation.ts';
import { dim, printable } from './printing.ts';

type Player = Pick<Host, 'wait' | 'linked'>;

/** Ends with the cursor at the start of a row; nothing more is shown once it is called off. */
export async function play(
  { output, why }: Outcome,
  screen: Screen,
  host: Player,
  calledOff: AbortSignal,
): Promise<void> {
  let column = 0;
  for (const { text, stream, wait } of output) {
    if (wait !== null) {
      await host.wait(wait.shownSeconds, calledOff);
      if (calledOff.aborted) {
        screen.write('^C\r\n');
        column = 0;
        break;
      }
    }
    if (text !== '') {
      const shown = printable(text);
      screen.write(stream === 'remark' ? dim(shown) : shown);
      column = text.endsWith('\n') ? 0 : 1;
    }
    if (wait !== null && wait.toldSeconds >= wait.shownSeconds * 2) {
      if (column > 0) screen.write('\r\n');
      column = 0;
      screen.write(`${dim(`(${wordsOf(wait.toldSeconds)} in a real cluster)`)}\r\n`);
    }
  }
  if (column > 0) screen.write('\r\n');
  if (why !== null) screen.write(`${host.linked('why?')}${dim(whyWords(why))}\r\n`);
}

function whyWords({ source, destination, protocol, port }: NonNullable<Outcome['why']>): string {
  const way = `${shortPeer(source)} → ${shortPeer(destination)}`;
  return printable(` ${way}${port === null ? '' : ` ${protocol} ${port}`}`);
}

/** The blocks of the rest of the world are many. */
function shortPeer(id: string): string {
  const isOutside = /^[\d.:a-f]+\/\d+(?: |$)/.test(id);
  return isOutside ? externalName(id.split(' ')) : id;
}

/** `2 minutes 7 seconds` */
function wordsOf(seconds: number): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  const left = whole % 60;
  if (minutes === 0) return count(whole, 'second');
  return left === 0
    ? count(minutes, 'minute')
    : `${count(minutes, 'minute')} ${count(left, 'second')}`;
}
