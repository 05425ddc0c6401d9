import { isExecutable, onPath } from '../find-browser.js';

/** @throws with one sentence that says what to install. */
export function findFirefox(): string {
  const found =
    process.env['FIREFOX_PATH'] ??
    onPath('firefox-esr', 'firefox') ??
    ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:/Program Files/Mozilla Firefox/firefox.exe'].find(
      isExecutable,
    );
  if (found !== undefined && isExecutable(found)) return found;
  throw new Error(
    'Firefox is missing: install it (on Debian: apt-get install firefox-esr), or name it by FIREFOX_PATH.',
  );
}
