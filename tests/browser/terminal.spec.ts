// The terminal on the page: opened, typed into, left again, with several beside each other.
import { expectAccessible } from './axe.ts';
import { pod } from './manifests.ts';
import { expect, expectAmongFlows, open, startWith, tabs, test } from './page.ts';
import { expectPrompt, openTerminal, ran, screen, terminal, type } from './terminal.ts';

test('is not loaded before somebody asks for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page);
  expect(asked.filter((url) => url.includes('TerminalDock'))).toEqual([]);
  await openTerminal(page);
  expect(asked.filter((url) => /TerminalDock.*js/.test(url))).toHaveLength(1);
});

test('a command changes the manifests, the picture follows, and Undo takes it back', async ({
  page,
}) => {
  await startWith(page, pod('a'));
  await openTerminal(page);
  await type(page, 'kubectl run b --image=nginx -n x');
  await expect.poll(() => screen(page)).toContain('pod/b created');
  await expectAmongFlows(page, ['x/a → x/b: allowed', 'x/b → x/a: allowed']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectAmongFlows(page, ['x/a → Everywhere: allowed']);
  await expect(tabs(page)).toHaveText(['manifests.yaml']);
});

test('a shell in a pod goes on while the terminal is put away', async ({ page }) => {
  await startWith(page, pod('a'));
  await openTerminal(page);
  await type(page, 'kubectl exec -it a -n x -- sh');
  await expect.poll(() => screen(page)).toMatch(/\/ #$/);
  await page.keyboard.press('Control+Backquote');
  await expect(terminal(page)).toBeHidden();
  await page.keyboard.press('Control+Backquote');
  await expect(terminal(page)).toBeVisible();
  await type(page, 'hostname');
  await expect.poll(() => screen(page)).toMatch(/\/ # hostname\na\n\/ #$/);
});

test('the line can be edited, recalled and completed', async ({ page }) => {
  await open(page);
  await openTerminal(page);
  await page.keyboard.type('ecXho ne');
  await page.keyboard.press('Home');
  for (const _ of 'ec') await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await page.keyboard.press('End');
  for (const _ of 'ne') await page.keyboard.press('Backspace');
  await type(page, 'one');
  await expect.poll(() => screen(page)).toMatch(/\$ echo one\none\ndefault \$$/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+W');
  await type(page, '尺寸 two');
  await expect.poll(() => screen(page)).toMatch(/\$ echo 尺寸 two\n尺寸 two\ndefault \$$/);
  await page.keyboard.type('kubec');
  await page.keyboard.press('Tab');
  await expect.poll(() => screen(page)).toMatch(/\$ kubectl ?$/);
  await page.keyboard.press('Control+C');
  await expect.poll(() => screen(page)).toMatch(/\^C\ndefault \$$/);
});

test('objects and their namespaces are completed, and the fields of a policy explained', async ({
  page,
}) => {
  await open(page);
  await openTerminal(page);
  await page.keyboard.type('kubectl get pods -n mon');
  await page.keyboard.press('Tab');
  await expect.poll(() => screen(page)).toMatch(/\$ kubectl get pods -n monitoring ?$/);
  await page.keyboard.press('Control+U');
  await page.keyboard.type('kubectl describe -n shop deploy fro');
  await page.keyboard.press('Tab');
  await expect.poll(() => screen(page)).toMatch(/deploy frontend ?$/);
  await page.keyboard.press('Control+U');
  expect(await ran(page, 'kubectl explain networkpolicy.spec | grep FIELDS')).toBe('FIELDS:');
  expect(await ran(page, 'kubectl explain networkpolicy.spec.egress | head -n 5')).toMatch(
    /egress/,
  );
});

test('the keyboard gets out again, forwards and backwards', async ({ page }) => {
  await open(page);
  await openTerminal(page);
  const isInside = () =>
    page.evaluate(
      () => document.activeElement?.classList.contains('xterm-helper-textarea') ?? false,
    );
  await expect.poll(isInside).toBe(true);
  await page.keyboard.press('Tab');
  expect(await isInside()).toBe(true);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect.poll(isInside).toBe(false);
  await page.getByRole('tab', { name: 'Terminal 1' }).focus();
  await page.keyboard.press('Control+Backquote');
  await page.keyboard.press('Control+Backquote');
  await expect.poll(isInside).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await expect.poll(isInside).toBe(false);
});

test('several terminals stand beside each other, each with its own lines', async ({ page }) => {
  await open(page);
  await openTerminal(page);
  await type(page, 'echo first');
  await page.getByRole('button', { name: 'New terminal' }).click();
  await expect.poll(() => screen(page)).toMatch(/\$$/);
  await type(page, 'echo second');
  await expect.poll(() => screen(page)).toContain('\nsecond\n');
  expect(await screen(page)).not.toContain('first');
  await page.getByRole('tab', { name: 'Terminal 1' }).click();
  await expect.poll(() => screen(page)).toContain('\nfirst\n');
  await page.getByTitle('Close terminal 1').click();
  await expect(page.getByRole('tab', { name: /^Terminal/ })).toHaveText(['Terminal 2']);
  await type(page, 'exit');
  await expect(terminal(page)).toBeHidden();
  await openTerminal(page);
  await expect.poll(() => screen(page)).not.toContain('second');
});

test('a here-document is pasted whole', async ({ page }) => {
  await startWith(page, pod('a'));
  await openTerminal(page);
  const lines = ['grep -v no <<END', 'no', 'kind: 尺寸', '  é: 1', 'END', ''].join('\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines);
  await page.keyboard.press('Control+Shift+V');
  await expect
    .poll(() => screen(page))
    .toMatch(/> no\n> kind: 尺寸\n> {3}é: 1\n> END\nkind: 尺寸\n {2}é: 1\ndefault \$$/);
});

test('a reload keeps it open, its lines, and where the shell stands', async ({ page }) => {
  await startWith(page, pod('a'));
  await openTerminal(page);
  await type(page, 'kubectl create ns green');
  await type(page, 'kubens green');
  await type(page, 'alias kgn="kubectl get ns"');
  await expect.poll(() => screen(page)).toMatch(/\ngreen \$$/);
  await page.reload();
  await expect.poll(() => screen(page)).toMatch(/\ngreen \$$/);
  // What is typed next goes to the page, which has just been loaded.
  expect(await page.evaluate(() => document.activeElement?.closest('.terminal'))).toBeNull();
  await terminal(page).locator('.terminal-place:not([hidden])').click();
  expect(await ran(page, 'kgn green -o name')).toBe('namespace/green');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => screen(page)).toMatch(/\$ alias kgn="kubectl get ns"$/);
  await page.keyboard.press('Control+C');
  await type(page, 'exit');
  await expect(terminal(page)).toBeHidden();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Terminal', exact: true })).toBeVisible();
  await expect(terminal(page)).toBeHidden();
});

test('nothing is left to ask about once the screen is emptied', async ({ page }) => {
  await startWith(page, pod('a'));
  await openTerminal(page);
  await type(page, 'kubectl run t --rm -it --image=busybox -- nslookup kubernetes');
  const button = terminal(page).getByRole('button', { name: 'Why?' });
  await expect(button).toBeVisible();
  await type(page, 'clear');
  await expect(button).toBeHidden();
});

test('a narrow screen has a view of its own for it', async ({ page }, info) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page
    .getByRole('navigation', { name: 'Panes' })
    .getByRole('button', { name: 'Terminal' })
    .click();
  await expect.poll(() => screen(page)).toMatch(/\$$/);
  await type(page, 'echo a line that is longer than the screen of a phone is wide');
  await expect.poll(async () => (await screen(page)).replaceAll('\n', '')).toContain('wide');
  await page.screenshot({ path: info.outputPath('phone.png') });
  await page
    .getByRole('navigation', { name: 'Panes' })
    .getByRole('button', { name: 'Picture' })
    .click();
  await expect(terminal(page)).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use it, ${colorScheme}`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page);
    await openTerminal(page);
    await page.getByRole('button', { name: 'New terminal' }).click();
    await expectPrompt(page);
    await page.getByRole('button', { name: 'Screen reader' }).click();
    await page.getByRole('tab', { name: 'Terminal 2' }).focus();
    await page.keyboard.press('ArrowLeft');
    await ran(page, 'kubectl expose deployment frontend -n shop --port=8080');
    await ran(page, 'kubectl run -i --tty probe -n shop --image=alpine --rm -- sh');
    await ran(page, 'wget -qO- -T 1 frontend:8080');
    await expect(page.getByRole('button', { name: 'Why?' })).toBeVisible();
    await expectAccessible(page, 'the terminal');
    await page.screenshot({ path: info.outputPath(`terminal-${colorScheme}.png`) });
  });
}
