import process from 'node:process';
import { aptInstall, canUseApt } from './apt.mjs';
import { SetupError, which } from './run.mjs';

const find = () => process.env.CHROMIUM_PATH || which('chromium', 'chromium-browser', 'google-chrome');

/** The browser of the end-to-end tests, as a path. */
export async function ensureChromium(step) {
  if (find()) return find();
  const remedy = 'Install chromium (Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to a Chrome or Chromium.';
  if (!canUseApt()) throw new SetupError('The tests drive a browser, and Chromium is missing.', remedy);
  await step('Chromium (apt-get install chromium)', () => aptInstall('chromium'));
  if (!find()) throw new SetupError('apt-get installed chromium, but there is no such program.', remedy);
  return find();
}
