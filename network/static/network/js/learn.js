// Learning without an account: everything is kept in this browser, as events that are only ever added,
// and goes to an account only when its owner says "mine" (held.js). Forms of signed-in learners need none of this.

const KEY = 'plan:1';
const SHARED = 'library-computer';
const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// On a library computer only the tab remembers.
const shelf = () => (sessionStorage.getItem(SHARED) ? sessionStorage : localStorage);
const read = (from = shelf()) => {
  try {
    return JSON.parse(from.getItem(KEY))?.events ?? [];
  } catch {
    return [];
  }
};
const write = (events, to = shelf()) => to.setItem(KEY, JSON.stringify({ v: 1, events }));
const name = (event) => event.slot || [event.kind.replace('un', ''), event.lesson, event.block].join();
// The last word on each thing, in the order they were first said.
const latest = (events = read()) => new Map(events.map((event) => [name(event), event]));

const page = $('#learn')?.dataset;
const bar = $('[data-keeping]');

const allowed = (() => {
  try {
    return !!localStorage;
  } catch {
    return false;
  }
})();

const tell = (text) => {
  const status = bar && $('[data-status]', bar);
  if (status) status.textContent = text;
};

const keep = (said) => {
  const event = {
    ...said,
    lesson: page.lesson,
    lesson_title: page.title,
    language: page.language,
    revision: Number(page.revision) || null,
  };
  const key = name(event);
  const events = read();
  const before = latest(events).get(key);
  const same = ({ kind, value, text, options, ratings }) => JSON.stringify([kind, value, text, options, ratings]);
  if (before ? same(before) === same(event) : !(event.shown || event.text)) return;
  // What was written in this visit and has gone nowhere yet is one event, however often she paused.
  const draft = before?.visit === visit ? events.indexOf(before) : -1;
  if (draft >= 0) events.splice(draft, 1);
  events.push({ ...event, uuid: crypto.randomUUID?.() ?? uuid(), at: new Date().toISOString(), visit });
  try {
    write(events);
    if (bar) tell(fill(bar.dataset.kept, { time: new Date().toLocaleTimeString(page.language, { timeStyle: 'short', hourCycle: 'h23' }) }));
  } catch {
    if (bar) tell(bar.dataset.full);
  }
};
// crypto.randomUUID is missing where the site has no https.
const uuid = () => '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) => (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));
const visit = uuid();

// Forms of a lesson: from the page to an event, and back.

const shown = (control) => (control.tagName === 'SELECT' ? control.selectedOptions[0]?.value && control.selectedOptions[0].text : control.value.trim());
const checked = (within) => $$('input:checked', within);
const label = (control) => control.closest('label').textContent.trim();
const rows = (field) => $$('[data-row]', field).map((row) => $$('[data-column]', row));

const lineOf = (field) => {
  const { slot, kind } = field.dataset;
  const event = { kind: 'plan_line', slot, label: $('label, legend', field).textContent.trim() };
  if (kind === 'rows') {
    const filled = rows(field).filter((cells) => cells.some((cell) => cell.tagName === 'INPUT' && cell.value.trim()));
    event.value = filled.map((cells) => Object.fromEntries(cells.map((cell) => [cell.dataset.column, cell.value])));
    event.shown = filled.map((cells) => cells.map(shown).filter(Boolean).join(' — ')).join('\n');
  } else if (kind === 'choices' || kind === 'languages') {
    event.value = checked(field).map((box) => box.value);
    event.shown = checked(field).map(label).join('; ');
  } else {
    const control = $('[name]', field);
    event.value = control.value;
    event.shown = shown(control);
  }
  return event;
};

// What is not kept is not shown: after "forget" the page is blank, too.
const setLine = (field, { value, language } = {}) => {
  const { kind } = field.dataset;
  value ??= ['rows', 'choices', 'languages'].includes(kind) ? [] : '';
  if (kind === 'rows') {
    while (rows(field).length <= value.length) addRow(field);
    rows(field).forEach((cells, i) => cells.forEach((cell) => { cell.value = value[i]?.[cell.dataset.column] ?? ''; }));
  } else if (Array.isArray(value)) {
    for (const box of $$('input', field)) box.checked = value.includes(box.value);
  } else {
    const control = $('[name]', field);
    control.value = value;
    control.lang = kind === 'text' && language ? language : page.language;
  }
};

const addRow = (field) => {
  const last = $$('[data-row]', field).at(-1);
  const row = last.cloneNode(true);
  const number = rows(field).length;
  for (const part of $$('[id], [for]', row)) {
    for (const side of ['id', 'for']) {
      if (part.hasAttribute(side)) part.setAttribute(side, part.getAttribute(side).replace(/-\d+-(?=[a-z]+$)/, `-${number}-`));
    }
    if ('value' in part) part.value = '';
  }
  last.after(row);
  return row;
};

const savers = {
  exercise: (form) => [
    ...$$('[data-slot]', form).map(lineOf),
    { kind: 'scratched', text: $('[name=note]', form).value.trim() },
  ],
  reflection: (form) => [{ kind: 'reflected', text: $('[name=text]', form).value.trim() }],
  quiz: (form) => [{ kind: 'quiz_answered', options: checked(form).map((box) => box.value), shown: checked(form).map(label).join('; ') }],
  rating: (form) => {
    const boxes = checked(form);
    return boxes.length ? [{
      kind: 'rated',
      ratings: Object.fromEntries(boxes.map((box) => [box.name.split(':')[1], Number(box.value)])),
      shown: boxes.map((box) => `${$('legend', box.closest('fieldset')).textContent}: ${label(box)}`).join('\n'),
    }] : [];
  },
};

const restore = (form, known) => {
  const { learn, block } = form.dataset;
  const of = (kind) => known.get([kind, page.lesson, block].join());
  if (learn === 'exercise') {
    for (const field of $$('[data-slot]', form)) setLine(field, known.get(field.dataset.slot));
    $('[name=note]', form).value = of('scratched')?.text ?? '';
  } else if (learn === 'reflection') {
    $('[name=text]', form).value = of('reflected')?.text ?? '';
  } else if (learn === 'quiz') {
    for (const box of $$('input', form)) box.checked = !!of('quiz_answered')?.options.includes(box.value);
    comment(form);
  } else if (learn === 'rating') {
    const ratings = of('rated')?.ratings ?? {};
    for (const box of $$('input', form)) box.checked = ratings[box.name.split(':')[1]] === Number(box.value);
  } else {
    markDone(form, known.get(['lesson_done', page.lesson, undefined].join())?.kind === 'lesson_done');
  }
};

const comment = (form) => {
  for (const box of $$('input', form)) $('details', box.closest('li')).open = box.checked;
};

const markDone = (part, done) => {
  for (const button of $$('[data-done]', part)) button.hidden = (button.dataset.done === '1') === done;
};

const show = () => {
  const known = latest();
  for (const form of $$('[data-learn]')) restore(form, known);
  for (const place of $$('[data-fill]')) {
    const event = known.get(place.dataset.fill);
    place.textContent = event?.shown || place.dataset.empty || '';
    place.toggleAttribute('data-filled', !!event?.shown);
    if (event) place.lang = event.language;
  }
  // Counters look again.
  for (const area of $$('[data-learn] textarea')) area.dispatchEvent(new Event('input'));
};

if (!allowed) {
  tell(bar?.dataset.full);
} else if (page) {
  for (const form of $$('[data-learn]')) {
    const { learn, block, prompt } = form.dataset;
    const save = () => {
      clearTimeout(form.waiting);
      form.waiting = 0;
      for (const said of savers[learn](form)) keep({ ...said, block, prompt, prompt_language: page.language });
    };
    if (learn === 'done') {
      form.addEventListener('click', ({ target }) => {
        const { done } = target.dataset;
        if (!done) return;
        keep({ kind: done === '1' ? 'lesson_done' : 'lesson_undone', shown: prompt });
        markDone(form, done === '1');
        $('[data-done]:not([hidden])', form).focus();
      });
    } else if (learn === 'quiz') {
      $('[data-check]', form).addEventListener('click', () => {
        $('[data-said]', form).textContent = checked(form).length ? '' : form.dataset.none;
        save();
        comment(form);
      });
    } else {
      form.addEventListener('change', save);
      form.addEventListener('input', () => { clearTimeout(form.waiting); form.waiting = setTimeout(save, 800); });
      addEventListener('pagehide', () => form.waiting && save());
      form.addEventListener('click', ({ target }) => {
        if (target.matches('[data-more]')) $('input', addRow(target.closest('[data-slot]'))).focus();
      });
    }
  }
  show();
}

// The bar: download, library computer, forget.

const download = (text, type, ending) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = `dialogue-plan-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

const readable = () => {
  const paper = document.implementation.createHTMLDocument(bar.dataset.title);
  const add = (tag, text, lang) => {
    const part = paper.body.appendChild(paper.createElement(tag));
    part.textContent = text;
    if (lang) part.lang = lang;
    part.style.whiteSpace = 'pre-wrap';
  };
  paper.documentElement.lang = page.language;
  paper.head.insertAdjacentHTML('afterbegin', '<meta charset="utf-8"><meta name="viewport" content="width=device-width">');
  add('h1', bar.dataset.title);
  for (const event of latest().values()) {
    const text = event.shown || event.text;
    if (!text) continue;
    add('h2', event.label || event.prompt || event.lesson_title, event.language);
    add('p', text, event.language);
    add('small', `${event.lesson_title ?? ''} · ${event.at.slice(0, 10)}`, event.language);
  }
  return `<!doctype html>\n${paper.documentElement.outerHTML}`;
};

if (bar && allowed) {
  const library = $('[data-library]', bar);
  library.checked = shelf() === sessionStorage;
  library.addEventListener('change', () => {
    const from = shelf();
    if (library.checked) {
      sessionStorage.setItem(SHARED, '1');
      if (from.getItem(KEY) && confirm(bar.dataset.move)) {
        write(read(from));
        from.removeItem(KEY);
      }
    } else {
      // What was written for this tab only never becomes more lasting by itself.
      sessionStorage.removeItem(SHARED);
    }
    show();
  });
  for (const button of $$('[data-download]', bar)) {
    button.addEventListener('click', () => (button.dataset.download === 'json'
      ? download(JSON.stringify({ v: 1, events: read() }, null, 1), 'application/json', 'json')
      : download(readable(), 'text/html', 'html')));
  }
  $('[data-forget-all]', bar).addEventListener('click', () => {
    if (!confirm(bar.dataset.forget)) return;
    // A pause she has not finished must not write it again.
    for (const form of $$('[data-learn]')) {
      clearTimeout(form.waiting);
      form.waiting = 0;
    }
    shelf().removeItem(KEY);
    show();
  });
}
