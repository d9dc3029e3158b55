// Finds a Chromium on this machine: one that is named, one in the usual places, or, on Debian as
// root, the package.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** Set it to the path of a Chromium or Chrome to use that one. */
const VARIABLE = 'CHROMIUM_PATH';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
  'chrome.exe',
];

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : [join(folder, 'Google/Chrome/Application/chrome.exe')];
  }),
];

const HOW_TO_GET_ONE = `No Chromium found. Install one (Debian, Ubuntu: "sudo apt-get install chromium"; macOS: "brew install --cask chromium"; Windows: Chrome) or set ${VARIABLE} to its path.`;

/**
 * What Chromium is to do without. The pages of its own address bar cost each window a second; the
 * others Playwright switches off, whose list is no longer heard where another follows.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Starts as well in a container as on a desk, and asks nothing of the network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${FEATURES_OFF.join(',')}`,
];

/** @throws with one line that says how to get one */
export function findChromium(): string {
  const named = process.env[VARIABLE];
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Error(`${VARIABLE} is set to ${named}, which can't be run. ${HOW_TO_GET_ONE}`);
  }
  const found = search();
  if (found !== null) return found;
  installOnDebian();
  const installed = search();
  if (installed !== null) return installed;
  throw new Error(HOW_TO_GET_ONE);
}

function search(): string | null {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...PLACES, ...onPath].find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installOnDebian(): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version')) return;
  console.log('No Chromium found: installing the Debian package "chromium".');
  try {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const words of [
      ['update', '-qq'],
      ['install', '-y', '-qq', 'chromium'],
    ]) {
      execFileSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    }
  } catch {
    // What is missing is said by the caller, with the way to get it.
  }
}
