import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { sentenceOf } from '../shell/query-state';
import type { useReviewing } from './use-reviewing';

/** What the last key did to a session, and the way back. */
export function ReviewedNotice({ last, error, undo }: Omit<ReturnType<typeof useReviewing>, 'mark'>) {
  const t = useTexts();
  if (error) return <Notice tone="problem">{sentenceOf(error, t)}</Notice>;
  if (!last) return null;
  const client = last.session.client || t('webNoClient');
  return (
    <Notice>
      {t(last.undone ? 'queueMarkUndone' : 'queueMarked', { client })}{' '}
      {last.undone ? null : <Button onClick={() => undo(last.session)}>{t('queueMarkUndo')}</Button>}
    </Notice>
  );
}
