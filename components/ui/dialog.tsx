import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';
import styles from './dialog.module.css';
import { useTexts } from './texts';

/** A native modal dialog: Escape and the Close button call `onClose`; the browser brings the focus back. */
export function Dialog({
  open,
  title,
  children,
  actions,
  onClose,
}: {
  open: boolean;
  title: ReactNode;
  children: ReactNode;
  /** Buttons after "Close", the main one last. */
  actions?: ReactNode;
  onClose: () => void;
}) {
  const t = useTexts();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={ref} className={styles.dialog} aria-labelledby={id} onClose={onClose}>
      {open ? (
        <>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          <div className={styles.content}>{children}</div>
          <div className={styles.actions}>
            <Button kind={actions ? 'plain' : 'primary'} onClick={onClose}>
              {t(actions ? 'uiCancel' : 'uiClose')}
            </Button>
            {actions}
          </div>
        </>
      ) : null}
    </dialog>
  );
}
