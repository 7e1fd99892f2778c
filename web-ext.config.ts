import { defineWebExtConfig } from 'wxt';

const { CHROME_PATH, EITHERWAY_NO_BROWSER, WXT_API_ORIGIN } = process.env;

/** The browser that `npm run dev` opens. */
export default defineWebExtConfig({
  disabled: EITHERWAY_NO_BROWSER === '1',
  ...(CHROME_PATH ? { binaries: { chrome: CHROME_PATH } } : {}),
  startUrls: [`${WXT_API_ORIGIN ?? 'http://localhost:8787'}/practice`],
});
