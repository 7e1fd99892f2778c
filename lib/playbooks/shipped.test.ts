import { describe, expect, it } from 'vitest';
import { findShipped, shippedPlaybooks } from './index';
import { loadShippedPlaybooks } from './load-shipped';
import { StageKind } from './playbook';
import { playbookProblems } from './problems';

describe('the playbooks that ship', () => {
  it('are the sequence, a first call and a deep dive, the sequence first', () => {
    expect(shippedPlaybooks.map((one) => one.id)).toEqual([
      'diagnostic-sequence',
      'first-call-25',
      'technical-deep-dive',
    ]);
  });
  it.each(shippedPlaybooks)('$id has no problem', (playbook) => expect(playbookProblems(playbook)).toEqual([]));
  it.each(shippedPlaybooks)('$id keeps the order of the method', (playbook) => {
    const places = playbook.stages.map((stage) => StageKind.options.indexOf(stage.kind));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
  it.each(shippedPlaybooks)('$id asks: every text and follow-up has a question mark', (playbook) => {
    for (const question of playbook.stages.flatMap((stage) => stage.questions)) {
      expect(question.text, question.id).toContain('?');
      for (const followUp of question.followUps) expect(followUp, question.id).toMatch(/\?$/);
    }
  });
  it.each(shippedPlaybooks)('$id says for every question why it is asked and what to listen for', (playbook) => {
    for (const question of playbook.stages.flatMap((stage) => stage.questions)) {
      expect(question.why.length, question.id).toBeGreaterThan(20);
      expect(question.listenFor.length, question.id).toBeGreaterThanOrEqual(2);
    }
  });
  it.each(shippedPlaybooks)('$id weighs leaving it, their own people and someone else beside us', (playbook) => {
    const options = playbook.stages.filter((stage) => stage.kind === 'options').flatMap((stage) => stage.questions);
    const said = options.map((question) => question.text).join(' ');
    for (const way of [/leav|going on just as it is/i, /own people|yourselves/i, /else|other/i, /\bus\b/])
      expect(said).toMatch(way);
  });
  it.each(shippedPlaybooks)('$id asks for both sides of every way, and needs all of them alike', (playbook) => {
    const options = playbook.stages.find((stage) => stage.kind === 'options')?.questions ?? [];
    const ways = options.filter((question) => /good and bad|speaks for .+ against/.test(question.text));
    expect(new Set(ways.map((question) => question.neededForDecision))).toEqual(new Set([true]));
    expect(ways.length).toBeGreaterThanOrEqual(playbook.id === 'first-call-25' ? 1 : 4);
  });
  it('weigh staying, doing it themselves, moving, stopping and going on with us alike at a renewal', () => {
    const said = findShipped({ id: 'technical-deep-dive', version: 1 })?.stages.find((one) => one.kind === 'options');
    const ways = said?.questions.filter((question) => /good and bad|speaks for/.test(question.text));
    expect(ways?.map((question) => question.id)).toEqual([
      'deep-stay',
      'deep-own',
      'deep-other',
      'deep-stop',
      'deep-with-us',
    ]);
  });
  it('walk all stages of the method in the sequence, with four to six questions each', () => {
    const [sequence] = shippedPlaybooks;
    expect(sequence?.stages.map((stage) => stage.kind)).toEqual(StageKind.options);
    for (const stage of sequence?.stages ?? []) {
      expect(stage.questions.length, stage.id).toBeGreaterThanOrEqual(4);
      expect(stage.questions.length, stage.id).toBeLessThanOrEqual(6);
    }
  });
  it.each(shippedPlaybooks)('$id names yes, no and not yet in one breath where it decides', (playbook) => {
    const decide = playbook.stages.at(-1);
    expect(decide?.kind).toBe('decide');
    expect(decide?.questions.map((question) => question.text).join(' ')).toMatch(/yes, no,? or not yet/);
  });
  it('last as long as they say', () => {
    const minutes = shippedPlaybooks.map((one) => one.stages.reduce((sum, stage) => sum + stage.minutes, 0));
    expect(minutes).toEqual([60, 25, 75]);
  });
  it('are found by id and version, and only by both', () => {
    expect(findShipped({ id: 'first-call-25', version: 1 })?.title).toBe('First call, 25 minutes');
    expect(findShipped({ id: 'first-call-25', version: 2 })).toBeUndefined();
  });
  it('reach the panel as files, the same as in Node', async () => {
    const byUrl = (url: string) => shippedPlaybooks.find((one) => url.includes(one.id));
    const asFile: typeof fetch = async (url) => new Response(JSON.stringify(byUrl(String(url))));
    expect(await loadShippedPlaybooks(asFile)).toEqual(shippedPlaybooks);
  });
});
