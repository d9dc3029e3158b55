// A terminal by itself: lines are typed, run, recalled and called off, and the screen shows what it should.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createConversation, type Host } from '../../../../src/app/terminal/conversation.ts';
import { newSession, type Outcome, type Session } from '../../../../src/terminal/terminal.ts';
import { createVt } from './vt.ts';

const NOTHING: Omit<Outcome, 'session'> = {
  output: [],
  files: null,
  why: null,
  status: 0,
  opens: null,
  clears: false,
  ends: false,
};

interface Options {
  readonly columns?: number;
  readonly answer?: (line: string, session: Session) => Partial<Outcome> | null;
  readonly offers?: readonly string[];
  readonly wait?: Host['wait'];
  readonly lines?: readonly string[];
}

function terminal({
  columns = 60,
  answer = () => ({}),
  offers = [],
  wait,
  lines = [],
}: Options = {}) {
  const screen = createVt(columns);
  const ran: string[] = [];
  const explained: unknown[] = [];
  const entered: string[] = [];
  const became: Session[] = [];
  let ended = 0;
  let last: Outcome['why'] = null;
  const conversation = createConversation(
    screen,
    {
      async run(line, session) {
        ran.push(line);
        const own = answer(line, session);
        return own === null ? null : { ...NOTHING, session, ...own };
      },
      async complete(line, at) {
        const from = line.slice(0, at).lastIndexOf(' ') + 1;
        const word = line.slice(from, at);
        const items = offers.filter((one) => one.startsWith(word));
        return { from, items, isWhole: !items[0]?.endsWith('=') };
      },
      wait: wait ?? (() => Promise.resolve()),
      met(why) {
        last = why ?? last;
      },
      forgets() {
        last = null;
      },
      entered: (line) => entered.push(line),
      became: (session) => became.push(session),
      explain() {
        if (last !== null) explained.push(last);
        return last !== null;
      },
      linked: (words) => words,
      opens: () => undefined,
      ends: () => {
        ended += 1;
      },
    },
    newSession(),
    lines,
  );
  return {
    screen,
    ran,
    explained,
    entered,
    became,
    ended: () => ended,
    async type(data: string) {
      conversation.take(data);
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    },
    conversation,
  };
}

const print = (text: string) => ({ text, stream: 'output' as const, wait: null });

describe('a terminal', () => {
  test('runs a line and shows what it prints', async () => {
    const { type, screen, ran } = terminal({ answer: () => ({ output: [print('one\ntwo\n')] }) });
    await type('get pods\r');
    expect(ran).toEqual(['get pods']);
    expect(screen.text()).toEqual(['default $ get pods', 'one', 'two', 'default $']);
    expect(screen.cursor()).toEqual([3, 10]);
  });

  test('shows the sign of the shell inside a pod, and the namespace outside', async () => {
    const inside = { namespace: 'x', pod: 'a', container: 'c', removes: false, variables: [] };
    const { type, screen } = terminal({
      answer: (line, session) => ({
        session:
          line === 'in' ? { ...session, inside } : { ...session, inside: null, namespace: 'green' },
      }),
    });
    await type('in\rout\r');
    expect(screen.text()).toEqual(['default $ in', '/ # out', 'green $']);
  });

  test('puts a prompt on a row of its own behind output without a line end', async () => {
    const { type, screen } = terminal({ answer: () => ({ output: [print('half')] }) });
    await type('x\r');
    expect(screen.text()).toEqual(['default $ x', 'half', 'default $']);
  });

  test('obeys no letter of a name', async () => {
    const evil = 'a\x1b[2J\x1b]0;t\x07b\r\u009b31mc\u202e\n';
    const { type, screen } = terminal({ answer: () => ({ output: [print(evil)] }) });
    await type('x\r');
    expect(screen.text()[1]).toBe('a[2J]0;tb31mc');
  });

  test('takes a pasted here-document as one line', async () => {
    const { type, ran, screen } = terminal();
    const lines = ['kubectl apply -f - <<END', 'kind: Pod', '\tx', 'END', ''].join('\n');
    await type(`\x1b[200~${lines}\x1b[201~`);
    expect(ran).toEqual(['kubectl apply -f - <<END\nkind: Pod\n\tx\nEND']);
    expect(screen.text().slice(0, 3)).toEqual([
      'default $ kubectl apply -f - <<END',
      '> kind: Pod',
      '>  x',
    ]);
  });

  test('runs pasted lines one after another and leaves the last to be finished', async () => {
    const { type, ran, screen } = terminal();
    await type('\x1b[200~one\ntwo\nthr\x1b[201~ee');
    expect(ran).toEqual(['one', 'two']);
    expect(screen.text().at(-1)).toBe('default $ three');
  });

  test('goes back in its lines and keeps what was begun', async () => {
    const { type, screen } = terminal();
    await type('one\rtwo\rthr');
    await type('\x1b[A\x1b[A');
    expect(screen.text().at(-1)).toBe('default $ one');
    await type('\x1b[A\x1b[B\x1b[B');
    expect(screen.text().at(-1)).toBe('default $ thr');
  });

  test('finds an old line by its words', async () => {
    const { type, ran } = terminal();
    await type('get pods\rget svc\rrun x\r');
    await type('\x12get\x12\r');
    expect(ran.at(-1)).toBe('get pods');
  });

  test('drops a line with Ctrl-C, also a here-document half-way', async () => {
    const { type, ran, screen } = terminal();
    await type('abc\x03cat <<E\rx\x03ok\r');
    expect(ran).toEqual(['ok']);
    expect(screen.text()).toEqual([
      'default $ abc^C',
      'default $ cat <<E',
      '> x^C',
      'default $ ok',
      'default $',
    ]);
  });

  test('a wait is called off with Ctrl-C, and what was typed ahead goes with it', async () => {
    const { type, screen, ran } = terminal({
      answer: () => ({
        output: [
          { text: 'late\n', stream: 'error', wait: { shownSeconds: 2, toldSeconds: 130 } },
          print('never'),
        ],
      }),
      wait: (_seconds, calledOff) =>
        new Promise((resolve) => calledOff.addEventListener('abort', () => resolve())),
    });
    await type('wget x\r');
    expect(screen.text()).toEqual(['default $ wget x', '']);
    await type('more\r');
    await type('\x03');
    expect(screen.text()).toEqual(['default $ wget x', '^C', 'default $']);
    expect(ran).toEqual(['wget x']);
  });

  test('says how long it would really take', async () => {
    const { type, screen } = terminal({
      answer: () => ({
        output: [
          { text: 'timed out\n', stream: 'error', wait: { shownSeconds: 3, toldSeconds: 127 } },
        ],
      }),
    });
    await type('x\r');
    expect(screen.text()).toEqual([
      'default $ x',
      'timed out',
      '(2 minutes 7 seconds in a real cluster)',
      'default $',
    ]);
  });

  test('offers why after a flow, and takes the word why for it', async () => {
    const why = { source: 'x/a[Pod]', destination: 'x/b[Pod]', protocol: 'TCP', port: 80 } as const;
    const { type, screen, explained, ran } = terminal({ answer: () => ({ why }) });
    await type('why\r');
    expect(screen.text()[1]).toBe('Nothing was sent yet that could be explained.');
    await type('wget b\rwhy\r');
    expect(screen.text()).toContain('why? x/a[Pod] → x/b[Pod] TCP 80');
    expect(explained).toEqual([why]);
    expect(ran).toEqual(['wget b']);
  });

  test('completes a word: alone, as far as all agree, then as a list', async () => {
    const { type, screen, ran } = terminal({
      offers: ['networkpolicies', 'networkpolicy', 'pods'],
    });
    await type('get p\t');
    expect(screen.text()).toEqual(['default $ get pods']);
    await type('\x15get n\t');
    expect(screen.text()).toEqual(['default $ get networkpolic']);
    await type('\t');
    expect(screen.text()).toEqual([
      'default $ get networkpolic',
      'networkpolicies  networkpolicy',
      'default $ get networkpolic',
    ]);
    await type('y\r');
    expect(ran).toEqual(['get networkpolicy']);
  });

  test('ends at Ctrl-D on an empty line, and erases on a full one', async () => {
    const { type, ran, ended } = terminal({ answer: (line) => ({ ends: line === 'exit' }) });
    await type('ab\x1b[D\x04\r');
    expect(ran).toEqual(['a']);
    await type('\x04');
    expect([ran.at(-1), ended()]).toEqual(['exit', 1]);
  });

  test('says so when the engine is silent', async () => {
    const { type, screen } = terminal({ answer: () => null });
    await type('x\r');
    expect(screen.text()[1]).toBe('netpolis: the engine gave no answer. Try again.');
  });

  test('keeps what is typed while it gets another width, and shows it once', async () => {
    const { conversation, screen, ran, type } = terminal();
    await type('get ');
    conversation.wipe();
    conversation.say('kubectl get pods');
    await type('');
    expect(screen.text().join('')).not.toContain('kubectl');
    expect(ran).toEqual([]);
    conversation.repaint();
    await type('');
    expect(ran).toEqual(['kubectl get pods']);
    expect(screen.text().join('\n').split('kubectl get pods')).toHaveLength(2);
  });

  test('goes back to the lines of earlier terminals, and lists them', async () => {
    const { type, screen, ran, entered } = terminal({ lines: ['kubectl get ns', 'ls'] });
    await type('\x1b[A\x1b[A\r');
    expect(ran).toEqual(['kubectl get ns']);
    await type('history 2\r');
    expect(ran).toHaveLength(1);
    expect(screen.text().slice(-3)).toEqual([
      '    3  kubectl get ns',
      '    4  history 2',
      'default $',
    ]);
    expect(entered).toEqual(['kubectl get ns', 'history 2']);
  });

  test('asks about nothing that is no longer on the screen', async () => {
    const why = { source: 'a', destination: 'b', protocol: 'TCP', port: 80 } as const;
    for (const way of ['clear\r', '\x0c']) {
      const { type, explained } = terminal({
        answer: (line) => (line === 'clear' ? { clears: true } : { why }),
      });
      await type('wget b\r');
      await type(`${way}why\r`);
      expect(explained).toEqual([]);
    }
  });

  test('tells what the shell has become', async () => {
    const { type, became } = terminal({
      answer: (_, session) => ({ session: { ...session, namespace: 'green' } }),
    });
    await type('kubens green\r');
    expect(became.map(({ namespace }) => namespace)).toEqual(['green']);
  });

  test('shows what is typed over several rows, whatever keys come', async () => {
    const key = fc.constantFrom(
      'a',
      'bc ',
      '尺寸',
      'é',
      '\x7f',
      '\x1b[D',
      '\x1b[C',
      '\x01',
      '\x05',
      '\x17',
      '\x1b[3~',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(key, { maxLength: 60 }),
        fc.integer({ min: 12, max: 25 }),
        async (keys, columns) => {
          const { type, screen } = terminal({ columns });
          await type(keys.join(''));
          const shown = screen.text().join('').replaceAll(' ', '');
          const { type: typeWide, screen: wide } = terminal({ columns: 1000 });
          await typeWide(keys.join(''));
          expect(shown).toBe(wide.text().join('').replaceAll(' ', ''));
        },
      ),
      { numRuns: 200 },
    );
  });
});
