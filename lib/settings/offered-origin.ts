/**
 * The address that the options offer: the one its expert used last, else the one the build was made for. A build for
 * this machine knows better than yesterday's sign-in where this machine's API listens today.
 */
export function offeredOrigin(used: string, built: string): string {
  return used === '' || (isOwn(used) && isOwn(built)) ? built : used;
}

function isOwn(origin: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(URL.parse(origin)?.hostname ?? '');
}
