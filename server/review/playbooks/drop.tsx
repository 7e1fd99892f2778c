import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useTexts } from '@/components/ui/texts';

/** Deletes a draft, after asking. */
export function Drop({ busy, onDrop }: { busy: boolean; onDrop: () => void }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" disabled={busy} onClick={() => setAsking(true)}>
        {t('playbooksDrop')}
      </Button>
      <Dialog
        open={asking}
        title={t('playbooksDrop')}
        onClose={() => setAsking(false)}
        actions={
          <Button
            kind="primary"
            onClick={() => {
              setAsking(false);
              onDrop();
            }}
          >
            {t('uiRemove')}
          </Button>
        }
      >
        <p>{t('playbooksDropText')}</p>
      </Dialog>
    </>
  );
}
