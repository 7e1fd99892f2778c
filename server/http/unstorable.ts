/** Whether a database refuses or changes this text: it has NUL or half of a surrogate pair. */
export function isUnstorable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

/** Where in a parsed JSON value such a text or name stands; null when nowhere. The value is as deep as a schema lets it be. */
export function unstorableAt(value: unknown): string[] | null {
  if (typeof value === 'string') return isUnstorable(value) ? [] : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (isUnstorable(key)) return [];
    const place = unstorableAt(inner);
    if (place) return [key, ...place];
  }
  return null;
}
