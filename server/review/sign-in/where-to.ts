/** The page to sign in on, which leads back to where one wanted to go. */
export function signInAddress(path: string, search = ''): string {
  const to = search ? `${path}?${search}` : path;
  return to === '/' || to === '/sessions' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`;
}

/** Where to go after signing in: an address of this app, and nothing else that an address could hold. */
export function whereTo(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '';
  return /^\/(?![/\\])[^\\]*$/.test(to) && !to.startsWith('/sign-in') ? to : '/sessions';
}
