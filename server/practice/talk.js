import { ENDINGS, LINES } from './script.js';

/** Shows what the client says, one line at a time, as the person asks for it. */
export function wireTalk(page = document) {
  const at = (id) => page.getElementById(id);
  let shown = 0;

  const say = ({ who, says }) => {
    const item = page.createElement('li');
    const name = page.createElement('strong');
    name.textContent = who;
    const words = page.createElement('p');
    words.textContent = says;
    item.append(name, words);
    at('said').append(item);
  };
  const refresh = (ended) => {
    const next = LINES[shown];
    at('ask').textContent = next?.ask ?? (ended ? 'That was the talk. Write the decision in the panel.' : '');
    at('ask').hidden = !at('ask').textContent;
    at('show').hidden = !next;
    at('again').hidden = shown === 0;
    at('ending').hidden = Boolean(next) || ended;
    const last = at('ending').hidden ? page.querySelector('.next') : at('ending');
    if (shown > 0) last.scrollIntoView?.({ block: 'nearest' });
  };

  at('show').addEventListener('click', () => {
    say(LINES[shown]);
    shown += 1;
    refresh(false);
    if (shown === LINES.length) at('endings').querySelector('button')?.focus();
  });
  at('again').addEventListener('click', () => {
    shown = 0;
    at('said').replaceChildren();
    refresh(false);
    at('show').focus();
  });
  for (const ending of ENDINGS) {
    const button = page.createElement('button');
    button.type = 'button';
    button.textContent = ending.label;
    button.addEventListener('click', () => {
      say(ending);
      refresh(true);
      at('again').focus();
    });
    at('endings').append(button);
  }
  refresh(false);
}
