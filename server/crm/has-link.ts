/** Whether a text has this very address in it, not one that only begins like it: a note's is the start of its next steps'. */
export function hasLink(text: string, url: string): boolean {
  const plain = text.replaceAll('&#38;', '&').replaceAll('&amp;', '&').replaceAll('&#35;', '#');
  for (let at = plain.indexOf(url); at >= 0; at = plain.indexOf(url, at + 1)) {
    if (!/[\w#/?=%~-]/.test(plain.charAt(at + url.length))) return true;
  }
  return false;
}
