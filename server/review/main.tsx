import '@/components/ui/tokens.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { EnglishTexts } from '@/components/ui/english-texts';
import { createQueries } from './api/create-queries';
import { meQuery, sessionsQuery } from './api/queries';
import { App } from './app';
import { asQuery, filtersOf } from './sessions/filters';

const root = document.getElementById('app');
if (!root) throw new Error('the page has no place for the app');
const queries = createQueries();

// The list is asked for together with who asks, not after it: one way to the API and back less on a phone.
if (['/', '/sessions'].includes(location.pathname)) {
  void queries.prefetchQuery(meQuery);
  void queries.prefetchInfiniteQuery(sessionsQuery(asQuery(filtersOf(location.search))));
}
// What is opened next is there when it is; long after the first view, so that it takes nothing from that.
addEventListener('load', () => setTimeout(() => void import('./session/session-page'), 3_000));

createRoot(root).render(
  <StrictMode>
    <EnglishTexts>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </EnglishTexts>
  </StrictMode>,
);
