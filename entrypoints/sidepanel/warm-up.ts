import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery, settingsQuery, shippedQuery } from './queries';
import { routeOf } from './route';

/** Reads at once what a session needs, so that its screen does not ask for one thing after the other. */
export function warmUp(queries: QueryClient): void {
  void queries.prefetchQuery(settingsQuery);
  void queries.prefetchQuery(shippedQuery);
  const route = routeOf(location.hash);
  if (route.view === 'session') void queries.prefetchQuery(sessionQuery(route.id));
}
