/** The bare host name of an address that people typed, or nothing. */
export function hostOf(address: string): string {
  const url = URL.parse(address.includes('://') ? address : `https://${address}`);
  return (url?.hostname ?? '').replace(/^www\./, '').toLowerCase();
}
