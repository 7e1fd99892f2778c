import '@/components/ui/tokens.css';
import { createI18n } from '@wxt-dev/i18n';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { type Texts, TextsProvider } from '@/components/ui/texts';
import { WelcomePage } from '@/components/welcome-page/welcome-page';

const t = createI18n().t as unknown as Texts;
document.title = t('extensionName');
document.documentElement.lang = t('languageTag');

const firefox = (browser as unknown as { sidebarAction?: { open(): Promise<void> } }).sidebarAction;
// Known before the click: waiting for it inside the click would lose the gesture.
const [here, commands] = await Promise.all([browser.windows.getCurrent(), browser.commands.getAll()]);

async function openPanel(): Promise<void> {
  if (firefox) return firefox.open();
  if (here.id === undefined) throw new Error('this page has no window');
  return browser.sidePanel.open({ windowId: here.id });
}

const shortcut = commands.find(({ name }) => name?.startsWith('_execute'))?.shortcut || null;

createRoot(document.getElementById('root') as HTMLElement).render(
  <TextsProvider value={t}>
    <WelcomePage teamAddress="/options.html#team" shortcut={shortcut} openPanel={openPanel} />
  </TextsProvider>,
);
