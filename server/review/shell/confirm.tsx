import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** A button that asks before it does something that cannot be taken back. */
export function Confirm({
  label,
  name = label,
  question,
  text,
  answer,
  busy,
  onDo,
}: {
  label: string;
  /** For who does not see what the button stands beside. */
  name?: string;
  question: string;
  text: string;
  /** The word on the button that does it. */
  answer: string;
  busy: boolean;
  onDo: () => void;
}) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" aria-label={name} disabled={busy} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog
        open={asking}
        title={question}
        onClose={() => setAsking(false)}
        actions={
          <Button
            kind="primary"
            onClick={() => {
              setAsking(false);
              onDo();
            }}
          >
            {answer}
          </Button>
        }
      >
        <p>{text}</p>
      </Dialog>
    </>
  );
}
