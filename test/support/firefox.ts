import { launch, type Browser } from 'puppeteer-core';
import { findFirefox } from '../../tools/browsers/firefox.js';

/** Starts Firefox; whoever starts it closes it. */
export function launchFirefox(): Promise<Browser> {
  return launch({ browser: 'firefox', headless: true, executablePath: findFirefox() });
}
