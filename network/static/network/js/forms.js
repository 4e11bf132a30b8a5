// Forms: a counter of characters or words, boxes that grow, a warning before text is lost, focus on the errors.

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

// As the server counts: by code point, and a line break is one.
const length = (text) => [...text].length;
const words = (text) => (text.match(/[\p{L}\p{N}_]+(?:[-'’ʻ][\p{L}\p{N}_]+)*/gu) ?? []).length;

for (const counter of document.querySelectorAll('[data-count]')) {
  const control = document.getElementById(counter.dataset.count);
  if (!control) continue;
  const limit = Number(counter.dataset.limit);
  const measure = 'words' in counter.dataset ? words : length;
  const show = () => {
    const used = measure(control.value);
    counter.textContent = fill(counter.dataset.text, { used, limit });
    counter.toggleAttribute('data-over', used > limit);
  };
  let spoken;
  control.addEventListener('input', () => {
    show();
    // Say the count only when the writer pauses near the end.
    clearTimeout(spoken);
    counter.setAttribute('aria-live', 'off');
    if (measure(control.value) > limit * 0.9) {
      spoken = setTimeout(() => {
        counter.setAttribute('aria-live', 'polite');
        show();
      }, 1200);
    }
  });
  show();
}

if (!CSS.supports('field-sizing', 'content')) {
  for (const area of document.querySelectorAll('textarea')) {
    const grow = () => {
      const lines = area.value.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / (area.cols || 40)), 1);
      area.rows = Math.max(Number(area.dataset.rows ?? area.rows), lines);
    };
    area.dataset.rows = area.rows;
    area.addEventListener('input', grow);
    grow();
  }
}

for (const form of document.querySelectorAll('form[data-guard]')) {
  const state = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString();
  let before = state();
  let sent = false;
  form.addEventListener('autosaved', () => { before = state(); });
  form.addEventListener('submit', () => { sent = true; });
  addEventListener('pageshow', () => { sent = false; });
  addEventListener('beforeunload', (event) => {
    if (!sent && state() !== before) event.preventDefault();
  });
}

document.querySelector('[data-focus]')?.focus();
