// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { StageKind } from '@/lib/playbooks/playbook';

type Line = { stage?: string; ask?: string; who: string; says: string };
const here = import.meta.dirname;
const script = (await import(join(here, 'script.js'))) as { LINES: Line[]; ENDINGS: (Line & { label: string })[] };
const { wireTalk } = (await import(join(here, 'talk.js'))) as { wireTalk: (page: Document) => void };
const html = readFileSync(join(here, 'index.html'), 'utf8');
const { LINES, ENDINGS } = script;

describe('the practice page', () => {
  it('names the client in its title, so that the panel can offer it', () => {
    expect(html).toContain('<title>Practice call with Harbour Hotels - Eitherway practice</title>');
  });

  it('loads nothing from elsewhere and runs no script of its own markup', () => {
    for (const name of readdirSync(here).filter((one) => !one.endsWith('.test.ts')))
      expect(readFileSync(join(here, name), 'utf8'), name).not.toMatch(
        /https?:\/\/|fetch\(|XMLHttp|WebSocket|getUserMedia/,
      );
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|<style/);
    expect(html).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  });

  it('starts no call and moves nothing before it is told to', () => {
    expect(html).not.toMatch(/autoplay/);
    const css = readFileSync(join(here, 'practice.css'), 'utf8');
    expect(css).not.toMatch(/animation|transition/);
    expect(readFileSync(join(here, 'camera.js'), 'utf8')).toContain('prefers-reduced-motion');
  });
});

describe('the made-up client', () => {
  it('has something to say at every stage of a call, in the order of the sequence', () => {
    const stages = [...new Set(LINES.map((line) => line.stage))];
    expect(stages).toEqual(StageKind.options.filter((kind) => kind !== 'self-check'));
  });

  it('can end with yes, no or not yet, each told at about the same length', () => {
    expect(ENDINGS.map(({ label }) => label)).toEqual(['Yes', 'No', 'Not yet']);
    const lengths = ENDINGS.map(({ says }) => says.length);
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.25);
  });
});

describe('the talk', () => {
  const at = (id: string) => document.getElementById(id) as HTMLElement;
  const said = () => [...at('said').querySelectorAll('p')].map((line) => line.textContent);
  const tell = (times: number) => {
    for (let time = 0; time < times; time++) at('show').click();
  };
  beforeEach(() => {
    document.body.innerHTML = /<body>([\s\S]*)<\/body>/.exec(html)?.[1] ?? '';
    wireTalk(document);
  });

  it('shows no answer before it was asked for, then one at a time', () => {
    expect(said()).toEqual([]);
    tell(2);
    expect(said()).toEqual(LINES.slice(0, 2).map((line) => line.says));
    expect(at('ask').textContent).toBe(LINES[2]?.ask);
  });

  it('lets the person choose how it ends, by three buttons that look the same', () => {
    tell(LINES.length);
    const buttons = [...at('endings').querySelectorAll('button')];
    expect(at('ending').hidden).toBe(false);
    expect(new Set(buttons.map((button) => button.className)).size).toBe(1);
    buttons[1]?.click();
    expect(said().at(-1)).toBe(ENDINGS[1]?.says);
    expect(at('ending').hidden).toBe(true);
  });

  it('can start over', () => {
    tell(3);
    at('again').click();
    expect(said()).toEqual([]);
    expect(at('ask').textContent).toBe(LINES[0]?.ask);
  });
});
