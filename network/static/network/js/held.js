// Signed in: is what this browser holds hers? Asked once a visit, never answered for her.

const KEY = 'plan:1';
const $ = (selector, within = document) => within.querySelector(selector);
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const read = (from) => {
  try {
    return JSON.parse(from.getItem(KEY))?.events ?? [];
  } catch {
    return [];
  }
};
const write = (events, to) => to.setItem(KEY, JSON.stringify({ v: 1, events }));
const name = (event) => event.slot || [event.kind.replace('un', ''), event.lesson, event.block].join();
const latest = (events) => new Map(events.map((event) => [name(event), event]));
const shelves = (() => {
  try {
    return [localStorage, sessionStorage].filter((one) => read(one).length);
  } catch {
    return [];
  }
})();
const held = $('[data-held]');

if (held && shelves.length && !sessionStorage.getItem('not-mine')) {
  const events = shelves.flatMap((one) => read(one));
  const answers = [...latest(events).values()];
  const times = events.map((event) => new Date(event.at));
  const dates = new Intl.DateTimeFormat(document.documentElement.lang).formatRange(Math.min(...times), Math.max(...times));
  const words = answers.map((event) => event.text || event.shown).find(Boolean) ?? '';
  $('[data-held-text]', held).textContent = fill(held.dataset.text, {
    count: answers.length, dates, words: words.length > 80 ? `${words.slice(0, 80)}…` : words,
  });
  held.hidden = false;
  const answer = $('[data-held-answer]', held);
  $('[data-held-add]', held).addEventListener('click', async () => {
    try {
      const response = await fetch(held.dataset.held, {
        method: 'POST', body: JSON.stringify({ v: 1, events }), headers: { 'Content-Type': 'application/json', 'X-CSRFToken': held.dataset.token },
      });
      const { answers: told, sentence } = await response.json();
      if (!told) throw new Error(sentence);
      const refused = new Set(told.filter((one) => one.result === 'refused').map((one) => one.uuid));
      for (const one of shelves) {
        const rest = read(one).filter((event) => refused.has(event.uuid));
        if (rest.length) write(rest, one);
        else one.removeItem(KEY);
      }
      const count = (result) => told.filter((one) => one.result === result).length;
      const sentences = new Set(told.map((one) => one.result !== 'known' && one.sentence).filter(Boolean));
      answer.textContent = [fill(held.dataset.done, { kept: count('kept'), known: count('known'), beside: count('beside'), refused: refused.size }), ...sentences].join(' ');
      for (const part of ['.notice__title', '[data-held-text]', '.actions']) $(part, held).hidden = true;
      $('[data-held-next]', held).hidden = false;
    } catch (error) {
      answer.textContent = `${held.dataset.failed} ${error.message ?? ''}`;
    }
  });
  $('[data-held-leave]', held).addEventListener('click', () => {
    sessionStorage.setItem('not-mine', '1');
    held.hidden = true;
  });
  $('[data-held-delete]', held).addEventListener('click', () => {
    for (const one of shelves) one.removeItem(KEY);
    held.hidden = true;
  });
}
