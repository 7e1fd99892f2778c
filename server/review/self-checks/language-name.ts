/** The name of a language in the reader's own, such as "German" for `de`; the tag where there is no name. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
