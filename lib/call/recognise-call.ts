import type { CallKind } from '@/lib/session/session';
import { clientIn, titleIn } from './call-title';
import { type Vendor, vendors } from './vendors';

/** The call a tab shows, as far as its address and title tell. Nothing in the page is read. */
export type RecognisedCall = {
  kind: CallKind;
  /** Host of the tab, e.g. `meet.google.com`; empty when there is no call. */
  host: string;
  /** Offered to the expert, who can change it; empty when the title does not say. */
  client: string;
  title: string;
};

const nothing: RecognisedCall = { kind: 'none', host: '', client: '', title: '' };

/** Never throws, whatever the strings are. */
export function recogniseCall(tab: { url?: string | undefined; title?: string | undefined }): RecognisedCall {
  const url = parse(tab.url ?? '');
  if (!url || (url.protocol !== 'https:' && !isOwnMachine(url))) return nothing;
  const given = tab.title ?? '';
  const vendor = vendors.find((one) => isVendor(one, url, given));
  const title = titleIn(given, url, vendor);
  return { kind: vendor?.kind ?? 'generic', host: url.hostname.slice(0, 253), client: clientIn(title), title };
}

function isVendor(vendor: Vendor, url: URL, title: string): boolean {
  return (
    (vendor.hosts.test(url.hostname) && vendor.paths.test(url.pathname + url.hash)) ||
    (vendor.titles?.test(title) ?? false)
  );
}

/** A call under development or a practice call runs on `http://localhost`. */
function isOwnMachine(url: URL): boolean {
  return url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}
