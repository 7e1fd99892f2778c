import type { Opened, Secret } from './connector';
import type { VendorOptions } from './vendor';

/** A token in the header, ours or what OAuth gave; a newer one is asked for after the vendor refused it. */
export function bearer({
  secret,
  renewed,
}: Pick<Opened, 'secret' | 'renewed'>): Pick<VendorOptions, 'headers' | 'renew'> {
  let used: Secret = {};
  const headersOf = (now: Secret) => {
    used = now;
    return { authorization: `Bearer ${now.accessToken ?? now.token ?? ''}` };
  };
  return { headers: async () => headersOf(await secret()), renew: async () => headersOf(await renewed(used)) };
}
