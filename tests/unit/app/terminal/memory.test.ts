// What terminals keep over a reload: lines and where each shell stands; what is stored may be anything.
import { describe, expect, it } from 'vitest';
import { openForgetfulStore } from '../../../../src/app/storage/text-store.ts';
import { openMemory } from '../../../../src/app/terminal/memory.ts';
import { newSession } from '../../../../src/terminal/terminal.ts';

const LINES = 'netpolis.terminal-lines';
const SESSIONS = 'netpolis.terminal-sessions';

describe('memory of terminals', () => {
  it('keeps the newest lines, and none that is empty or endless', () => {
    const memory = openMemory(openForgetfulStore(), openForgetfulStore());
    for (let count = 0; count < 310; count += 1) memory.addLine(`echo ${count}`);
    memory.addLine('   ');
    memory.addLine('x'.repeat(5000));
    expect(memory.lines()).toHaveLength(300);
    expect(memory.lines()[0]).toBe('echo 10');
    expect(memory.lines().at(-1)).toBe('echo 309');
  });

  it('keeps where a shell stands, and no ages: those are counted from each load', () => {
    const [local, tab] = [openForgetfulStore(), openForgetfulStore()];
    const inside = {
      namespace: 'green',
      pod: 'test',
      container: 'test',
      removes: true,
      variables: [['X', '1']] as const,
    };
    const session = {
      ...newSession('green'),
      inside,
      status: 3,
      born: [['/Pod/green/test', 12]] as const,
      variables: [['ns', 'green']] as const,
      aliases: [['kgp', 'kubectl get pods']] as const,
    };
    openMemory(local, tab).keepSessions([session, newSession()]);
    expect(openMemory(local, tab).sessions()).toEqual([
      { ...session, status: 0, born: [] },
      newSession(),
    ]);
    expect(local.keys()).toEqual([]);
  });

  it('leaves variables behind that are too long to be kept', () => {
    const tab = openForgetfulStore();
    const memory = openMemory(openForgetfulStore(), tab);
    memory.keepSessions([{ ...newSession('blue'), variables: [['x', 'y'.repeat(200_000)]] }]);
    expect(memory.sessions()).toEqual([newSession('blue')]);
  });

  it('takes nothing from storage that is not as it was written', () => {
    for (const stored of ['{', '7', 'null', '{"0":"a"}', '[1,null,{"a":1}]', '[[]]']) {
      const [local, tab] = [openForgetfulStore(), openForgetfulStore()];
      local.write(LINES, stored);
      tab.write(SESSIONS, stored);
      const memory = openMemory(local, tab);
      expect(memory.lines()).toEqual([]);
      expect(memory.sessions()).toEqual([]);
    }
    const tab = openForgetfulStore();
    tab.write(
      SESSIONS,
      JSON.stringify([
        { namespace: '../x' },
        { namespace: 'a', inside: { pod: 7 }, variables: [['x'], 'y', ['k', 'v']], aliases: {} },
      ]),
    );
    expect(openMemory(openForgetfulStore(), tab).sessions()).toEqual([
      { ...newSession('a'), variables: [['k', 'v']] },
    ]);
  });
});
