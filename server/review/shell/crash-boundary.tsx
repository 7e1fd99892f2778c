import { Component, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { Page } from './page';

/** Says so when a page broke, in place of an empty window. */
export class CrashBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useTexts();
  return (
    <Page title={t('webBroken')} narrow>
      <Notice tone="problem" actions={<Button onClick={() => globalThis.location.reload()}>{t('webReload')}</Button>}>
        {t('webBrokenText')}
      </Notice>
    </Page>
  );
}
