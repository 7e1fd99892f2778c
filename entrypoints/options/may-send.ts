import { browser } from 'wxt/browser';

/** What a finished session holds, in Firefox's words; the same as in the manifest (wxt.config.ts). */
const DATA = ['authenticationInfo', 'personalCommunications', 'personallyIdentifyingInfo'];

/**
 * Firefox asks its people itself before an extension may send what they typed; it has to be in the click. Chromium has no such
 * question: signing in is the consent.
 */
export async function maySend(firefox: boolean = import.meta.env.FIREFOX): Promise<boolean> {
  if (!firefox) return true;
  const wanted = { data_collection: DATA } as unknown as Parameters<typeof browser.permissions.request>[0];
  return browser.permissions.request(wanted);
}
