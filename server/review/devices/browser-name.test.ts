import { expect, it } from 'vitest';
import { textsFrom } from '@/components/ui/texts-from-messages';
import messages from '@/public/_locales/en/messages.json';
import { browserName } from './browser-name';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/140.0`, 'Edge on Windows'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`, 'Chrome on Linux'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME.replace('Chrome', 'HeadlessChrome')} Safari/537.36`, 'Chromium on Linux'],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME} Safari/537.36`, 'Chrome on ChromeOS'],
  [`Mozilla/5.0 (Linux; Android 15; K) ${CHROME} Mobile Safari/537.36`, 'Chrome on Android'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14.5; rv:141.0) Gecko/20100101 Firefox/141.0', 'Firefox on macOS'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile Safari/604.1', 'Chrome on iOS'],
  ['Mozilla/5.0 (X11; Linux x86_64) NewEngine/1.0', 'Another browser on Linux'],
  ['Mozilla/5.0 (somewhere) NewEngine/1.0', 'A browser that does not say its name'],
  ['curl/8.5.0', 'curl'],
  ['node', 'A browser that does not say its name'],
  ['', 'A browser that does not say its name'],
  [null, 'A browser that does not say its name'],
])('calls %s by a name that a person knows', (userAgent, name) => {
  expect(browserName(userAgent, textsFrom(messages))).toBe(name);
});
