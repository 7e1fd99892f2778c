/** The bare host name of a web address as people type or copy it, in the form that a session holds; null when it has none. */
export function webDomain(address: string): string | null {
  const text = address.trim();
  const url = text.includes('://') ? text : `https://${text}`;
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\.|\.$/g, '') : '';
  return host.length <= 253 && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) ? host : null;
}
