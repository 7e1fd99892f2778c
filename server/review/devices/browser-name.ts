import type { Texts } from '@/components/ui/texts';

/** The forks first: they all call themselves Chrome, and Chrome calls itself Safari. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chromium)\//, 'Chromium'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What a person would call the browser or program behind a user agent string: "Chrome on Windows", "curl". */
export function browserName(userAgent: string | null, t: Texts): string {
  const named = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const browser = named(BROWSERS) ?? programName(userAgent);
  const system = named(SYSTEMS);
  if (!browser && !system) return t('webDeviceUnnamed');
  if (!system) return browser ?? t('webBrowserOther');
  return t('webBrowserOn', { browser: browser ?? t('webBrowserOther'), system });
}

/** The product that names itself first, when it does not claim to be Mozilla as every browser does. */
function programName(userAgent: string | null): string | undefined {
  const name = /^([A-Za-z][\w .-]{0,29})\//.exec(userAgent ?? '')?.[1];
  return name === 'Mozilla' ? undefined : name;
}
