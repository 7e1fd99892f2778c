import { useEffect, useRef } from 'react';
import { DeleteDialog } from '@/components/summary-view/delete-dialog';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';

export type DeletionStep =
  | { kind: 'none' | 'failed' }
  /** Of a session that cannot be brought back here: it is asked first. */
  | { kind: 'asking'; atTeam: boolean }
  /** It can be brought back as long as this is said. */
  | { kind: 'deleted'; client: string };

/** The deletion of one session of the list: asked before or undone after. */
export function Deletion({
  step,
  onDelete,
  onClose,
  onUndo,
}: {
  step: DeletionStep;
  onDelete: () => void;
  onClose: () => void;
  onUndo: () => void;
}) {
  const t = useTexts();
  const undo = useRef<HTMLButtonElement>(null);
  // The row that had the focus is gone.
  useEffect(() => {
    if (step.kind === 'deleted') undo.current?.focus();
  }, [step]);
  return (
    <>
      {step.kind === 'failed' ? <Notice tone="problem" title={t('startDeleteFailed')} /> : null}
      {step.kind === 'deleted' ? (
        <Notice
          title={t('startDeleted', { client: step.client || t('startNoClient') })}
          actions={
            <Button ref={undo} onClick={onUndo}>
              {t('sequenceUndo')}
            </Button>
          }
        />
      ) : null}
      <DeleteDialog
        open={step.kind === 'asking'}
        atTeam={step.kind === 'asking' && step.atTeam}
        onDelete={onDelete}
        onClose={onClose}
      />
    </>
  );
}
