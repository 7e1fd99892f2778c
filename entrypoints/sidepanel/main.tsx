import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createI18n } from '@wxt-dev/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CrashBoundary } from '@/components/panel-notices/crash-boundary';
import { type Texts, TextsProvider } from '@/components/ui/texts';
import { App } from './app';
import './soon-after-paint';

// The browser opens its side of the store, about 20 ms, while the code that reads it is still on its way.
void indexedDB.databases().catch(() => undefined);

const t = createI18n().t as unknown as Texts;
document.title = t('extensionName');
document.documentElement.lang = t('languageTag');

const queries = new QueryClient({
  // What is read lies on this device: it is asked again when something announces a change, not by the clock.
  defaultOptions: { queries: { networkMode: 'always', retry: 1, refetchOnWindowFocus: false, staleTime: 30_000 } },
});

const exportEverything = async () => (await import('./export-file')).exportEverything();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <TextsProvider value={t}>
      <CrashBoundary onCrash={(error) => console.error(error)} onExport={exportEverything}>
        <QueryClientProvider client={queries}>
          <App />
        </QueryClientProvider>
      </CrashBoundary>
    </TextsProvider>
  </StrictMode>,
);

// What the first screen will ask for is fetched beside it, not after it: what a session needs, and the editor's code.
void import('./warm-up').then(({ warmUp }) => warmUp(queries));
requestAnimationFrame(() => setTimeout(() => void import('@/components/note-editor/note-editor')));
