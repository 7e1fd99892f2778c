import { CheckBeside } from '@/components/self-check/check-beside';
import type { StageKind } from '@/lib/playbooks/playbook';
import type { Session } from '@/lib/session/session';
import { besideSession, dropSelfCheck, takeSelfCheck, talkAbout } from '@/lib/session/take-self-check';
import type { SessionWriter } from '@/lib/storage/session-writer';
import { ChecksOfferDesk } from './checks-offer-desk';
import { at } from './device';
import { useLetGo, useTaken } from './use-taken';

/** The client's self-check beside the stage that is on the screen, or what may become it. */
export function CheckBesideDesk({
  writer,
  session,
  stage,
}: {
  writer: SessionWriter;
  session: Session;
  stage: StageKind;
}) {
  const drop = () => writer.update((now) => dropSelfCheck(now, at()));
  const letGo = useLetGo(session);
  const told = useTaken(session, drop);
  const { selfCheck } = session;
  if (!selfCheck)
    return (
      <ChecksOfferDesk
        session={session}
        onTake={(one, team) => writer.update((now) => takeSelfCheck(now, besideSession(one, team), at()))}
      />
    );
  return (
    <CheckBeside
      inAnother={told === 'elsewhere'}
      check={selfCheck}
      stage={stage}
      onTalk={(id, talked) => writer.update((now) => talkAbout(now, id, talked, at()))}
      onRemove={() => {
        drop();
        letGo();
      }}
    />
  );
}
