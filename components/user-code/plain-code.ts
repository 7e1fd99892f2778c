/** A code as the API knows it: letters and digits without spaces and dashes, whatever a person typed. */
export function plainCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 32);
}

/** A code as it is shown everywhere, in two halves that are easy to compare: `ABCD-EFGH`. */
export function readableCode(code: string): string {
  return code.length === 8 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
}
