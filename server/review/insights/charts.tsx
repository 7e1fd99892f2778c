import { lazy } from 'react';

/** The drawing library comes with the first chart, not with the first page. */
export const PartBars = lazy(() => import('./part-bars').then((found) => ({ default: found.PartBars })));
export const FlagsLine = lazy(() => import('./flags-line').then((found) => ({ default: found.FlagsLine })));
export const UseBars = lazy(() => import('./use-bars').then((found) => ({ default: found.UseBars })));
