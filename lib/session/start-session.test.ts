import { describe, expect, it } from 'vitest';
import { anAt, aPlaybook, aSession } from '@/test/fixtures';
import { Session } from './session';
import { startSession } from './start-session';

const playbook = aPlaybook();

describe('a session that begins', () => {
  it('is a session, at the first question of the call, for as long as planned', () => {
    const session = aSession();
    expect(Session.safeParse(session).success).toBe(true);
    expect(session.cursor).toEqual({ view: 'sequence', stageId: 'agreement', questionId: 'agree-aim' });
    expect(session.plannedMinutes).toBe(60);
  });
  it('leaves out people without a name, and what stands around the others', () => {
    const people = [
      { name: ' Ines ', role: ' lead ', side: 'client' as const },
      { name: '  ', role: '', side: 'ours' as const },
    ];
    const beginning = { client: { name: ' Acme ' }, title: ' x ', people, playbook, call: aSession().call };
    const session = startSession(beginning, anAt());
    expect([session.client.name, session.title, session.people.map(({ name, role }) => [name, role])]).toEqual([
      'Acme',
      'x',
      [['Ines', 'lead']],
    ]);
  });
  it('keeps by what the client is found elsewhere', () => {
    const people = [{ name: 'Ines', role: '', side: 'client' as const, email: 'Ines@Acme.example ' }];
    const client = { name: 'Acme', domain: 'www.acme.example' };
    const session = startSession({ client, title: '', people, playbook, call: aSession().call }, anAt());
    expect(session.client).toEqual({ name: 'Acme', domain: 'acme.example' });
    expect(session.people[0]?.email).toBe('ines@acme.example');
    expect(Session.safeParse(session).success).toBe(true);
  });
  it('fits its form however much was typed or planned', () => {
    const long = 'x'.repeat(1_000);
    const people = Array.from({ length: 120 }, () => ({ name: long, role: long, side: 'client' as const }));
    const slow = { ...playbook, stages: playbook.stages.map((stage) => ({ ...stage, minutes: 240 })) };
    const beginning = { client: { name: long }, title: long, people, playbook: slow, call: aSession().call };
    expect(Session.safeParse(startSession(beginning, anAt())).error).toBeUndefined();
  });
  it('begins where it can when a playbook has the self-check only, or nothing', () => {
    const beginning = { client: { name: '' }, title: '', people: [], call: aSession().call };
    const [selfCheck] = playbook.stages;
    const only = startSession(
      { ...beginning, playbook: { ...playbook, stages: selfCheck ? [selfCheck] : [] } },
      anAt(),
    );
    expect(only.cursor.stageId).toBe('self-check');
    expect(startSession({ ...beginning, playbook: { ...playbook, stages: [] } }, anAt()).cursor.questionId).toBeNull();
  });
});
