import '@/components/ui/tokens.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { EnglishTexts } from '@/components/ui/english-texts';
import { createQueries } from './api/create-queries';
import { App } from './app';

const root = document.getElementById('app');
if (!root) throw new Error('the page has no place for the app');
createRoot(root).render(
  <StrictMode>
    <EnglishTexts>
      <QueryClientProvider client={createQueries()}>
        <App />
      </QueryClientProvider>
    </EnglishTexts>
  </StrictMode>,
);
