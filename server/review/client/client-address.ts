/** Where the page of a client is; the name stands in the query, for it may hold any sign. */
export function clientAddress(name: string): string {
  return `/clients?${new URLSearchParams({ name })}`;
}
