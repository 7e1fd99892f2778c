const FORM = /^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@.]+$/;

/** What an e-mail address looks like, for schemas. */
export const EMAIL_FORM = FORM;

/** Whether it may be one: nobody but its mail server knows. */
export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && FORM.test(text);
}

/** What stands in place of a name that nobody typed: the part before the @, so that no name is an address. */
export function nameOfAddress(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}

/** "Kim Voss <kim@example.com>", as mail programs copy it, in its two parts; null for anything else. */
export function namedAddress(text: string): { name: string; email: string } | null {
  const [, name = '', email = ''] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>[\s,;]*$/.exec(text) ?? [];
  return isEmailAddress(email) ? { name: name.trim() || nameOfAddress(email), email } : null;
}
