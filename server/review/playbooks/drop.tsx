import { useTexts } from '@/components/ui/texts';
import { Confirm } from '../shell/confirm';

/** Deletes a draft, after asking. */
export function Drop({ busy, onDrop }: { busy: boolean; onDrop: () => void }) {
  const t = useTexts();
  return (
    <Confirm
      label={t('playbooksDrop')}
      question={t('playbooksDrop')}
      text={t('playbooksDropText')}
      answer={t('uiRemove')}
      busy={busy}
      onDo={onDrop}
    />
  );
}
