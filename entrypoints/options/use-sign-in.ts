import { useEffect, useRef, useState } from 'react';
import type { SignIn } from '@/components/options-page/team-section';
import { type Texts, useTexts } from '@/components/ui/texts';
import type { PendingSignIn } from '@/lib/sync/device-sign-in';
import { awaitSignIn, beginSignIn, cancelSignIn, readPendingSignIn, type SignInOutcome } from '@/lib/sync/sign-in';
import { maySend } from './may-send';

/** A sign-in by device code: begun here, or taken up where a closed page left it. */
export function useSignIn() {
  const t = useTexts();
  const [state, setState] = useState<SignIn>({ kind: 'signed-out' });
  const stop = useRef<AbortController | null>(null);

  async function follow(pending: PendingSignIn): Promise<void> {
    stop.current?.abort();
    const stopping = new AbortController();
    stop.current = stopping;
    setState({ kind: 'waiting', userCode: pending.userCode, page: pending.page });
    const outcome = await awaitSignIn(pending, { signal: stopping.signal });
    if (!stopping.signal.aborted) setState(stateOf(outcome, t));
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens.
  useEffect(() => {
    void readPendingSignIn().then((pending) => (pending ? follow(pending) : undefined));
    return () => stop.current?.abort();
  }, []);

  return {
    state,
    async begin(apiOrigin: string): Promise<void> {
      // First: a browser that asks for consent does so only within the click.
      if (!(await maySend())) return setState({ kind: 'failed', sentence: t('optionsSignInNoConsent') });
      setState({ kind: 'starting' });
      const begun = await beginSignIn(apiOrigin);
      if (begun.kind === 'waiting') return follow(begun.pending);
      setState(stateOf(begun, t));
    },
    async cancel(): Promise<void> {
      stop.current?.abort();
      await cancelSignIn();
      setState({ kind: 'signed-out' });
    },
    clear: () => setState({ kind: 'signed-out' }),
  };
}

function stateOf(outcome: SignInOutcome, t: Texts): SignIn {
  switch (outcome.kind) {
    // The credential says who it is; the page follows that.
    case 'signed-in':
    case 'cancelled':
      return { kind: 'signed-out' };
    case 'expired':
      return { kind: 'failed', sentence: t('optionsSignInExpired') };
    case 'denied':
      return { kind: 'failed', sentence: t('optionsSignInDenied') };
    case 'offline':
      return { kind: 'failed', sentence: t('optionsSignInOffline') };
    case 'refused':
      return {
        kind: 'failed',
        sentence: outcome.sentence
          ? t('optionsSignInProblem', { detail: outcome.sentence })
          : t('optionsSignInOffline'),
      };
    default:
      throw new Error(`unhandled ${outcome satisfies never}`);
  }
}
