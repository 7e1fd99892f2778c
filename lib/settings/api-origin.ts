/**
 * The origin in what an expert typed or pasted ("eitherway.example.com/sessions" will do), or null. Plain http is for
 * one's own machine only, since the sign-in goes over it.
 */
export function parseApiOrigin(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const own = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(text);
  let url: URL;
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${own ? 'http' : 'https'}://${text}`);
  } catch {
    return null;
  }
  if (url.username || url.password || !url.hostname) return null;
  if (url.protocol === 'https:') return url.origin;
  return url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) ? url.origin : null;
}
