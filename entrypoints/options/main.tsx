import '@/components/ui/tokens.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createI18n } from '@wxt-dev/i18n';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { OptionsPage } from '@/components/options-page/options-page';
import { ShortcutsSection } from '@/components/options-page/shortcuts-section';
import { CrashBoundary } from '@/components/panel-notices/crash-boundary';
import { type Texts, TextsProvider } from '@/components/ui/texts';
import { exportEverything } from '../sidepanel/export-file';
import { createQueries } from './create-queries';
import { DataDesk } from './data-desk';
import { FlagsDesk } from './flags-desk';
import { PlaygroundDesk } from './playground-desk';
import { TeamDesk } from './team-desk';

const t = createI18n().t as unknown as Texts;
document.title = `${t('optionsTitle')} - ${t('extensionName')}`;
document.documentElement.lang = t('languageTag');

const commands = await browser.commands.getAll();
const openKeys = commands.find(({ name }) => name?.startsWith('_execute'))?.shortcut || null;

createRoot(document.getElementById('root') as HTMLElement).render(
  <TextsProvider value={t}>
    <CrashBoundary onCrash={(error) => console.error(error)} onExport={exportEverything}>
      <QueryClientProvider client={createQueries()}>
        <OptionsPage>
          <TeamDesk />
          <FlagsDesk />
          <PlaygroundDesk />
          <ShortcutsSection openKeys={openKeys} />
          <DataDesk />
        </OptionsPage>
      </QueryClientProvider>
    </CrashBoundary>
  </TextsProvider>,
);
