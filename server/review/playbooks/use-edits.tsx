import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';

type WhatWasSaid<Draft> = { text: string; before: Draft | null } | null;

/** What can be done with a draft: changing it, taking something out so that it can be brought back, and another order. */
export function useEdits<Draft>(draft: Draft, set: (draft: Draft) => void) {
  const t = useTexts();
  const [said, setSaid] = useState<WhatWasSaid<Draft>>(null);
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    if (focusOn.current) document.getElementById(focusOn.current)?.focus();
    focusOn.current = null;
  });
  const change = (next: Draft) => {
    setSaid(null);
    set(next);
  };
  return {
    said: said?.text ?? null,
    /** Brings back what was taken out last; null when there is nothing to bring back. */
    undo: said?.before ? () => said.before && change(said.before) : null,
    change,
    remove: (next: Draft, name: string) => {
      change(next);
      setSaid({ text: t('playbooksRemoved', { name }), before: draft });
      focusOn.current = 'undo';
    },
    /** `buttonId`: where the focus stays. */
    move: (next: Draft, buttonId: string) => {
      if (JSON.stringify(next) === JSON.stringify(draft)) return;
      change(next);
      setSaid({ text: t('playbooksMoved'), before: null });
      focusOn.current = buttonId;
    },
  };
}

/** What was done last, and its undo. */
export function Said({ said, onUndo }: { said: string | null; onUndo: (() => void) | null }) {
  const t = useTexts();
  if (said === null) return null;
  return (
    <Notice
      actions={
        onUndo ? (
          <Button id="undo" onClick={onUndo}>
            {t('playbooksUndo')}
          </Button>
        ) : null
      }
    >
      {said}
    </Notice>
  );
}
