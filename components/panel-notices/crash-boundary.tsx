import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import styles from './crash-boundary.module.css';

type Props = { children: ReactNode; onCrash: (error: unknown, info: ErrorInfo) => void; onExport: () => Promise<void> };
type State = { error: unknown; crashed: boolean; exportFailed: boolean };

/** Says what happened when a part of the panel fails, that the notes are kept, and gives them out as a file. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { error: null, crashed: false, exportFailed: false };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, crashed: true };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.props.onCrash(error, info);
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <CrashPage
        error={this.state.error}
        exportFailed={this.state.exportFailed}
        onAgain={() => this.setState({ error: null, crashed: false, exportFailed: false })}
        onExport={() => {
          this.props.onExport().then(
            () => this.setState({ exportFailed: false }),
            () => this.setState({ exportFailed: true }),
          );
        }}
      />
    );
  }
}

function CrashPage({
  error,
  exportFailed,
  onAgain,
  onExport,
}: {
  error: unknown;
  exportFailed: boolean;
  onAgain: () => void;
  onExport: () => void;
}) {
  const t = useTexts();
  return (
    <main className={styles.page} role="alert">
      <h1 className={styles.title}>{t('crashTitle')}</h1>
      <p>{t('crashText')}</p>
      {exportFailed ? <p>{t('crashExportFailed')}</p> : null}
      <div className={styles.actions}>
        <Button kind="primary" onClick={onAgain}>
          {t('uiTryAgain')}
        </Button>
        <Button onClick={onExport}>{t('noticeExport')}</Button>
      </div>
      <p className={styles.detail}>
        {t('crashDetail', { detail: error instanceof Error ? error.message : String(error) })}
      </p>
    </main>
  );
}
