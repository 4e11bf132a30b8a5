// Saves a form while its writer pauses. Without this script the buttons do the same.

const PAUSE = 3000;

for (const form of document.querySelectorAll('form[data-autosave]')) {
  const note = form.querySelector('[data-save-note]');
  const base = form.elements.base;
  let timer, busy = false, again = false;

  const say = (text) => { if (note && text) note.textContent = text.replace('{time}', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })); };

  const save = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(form.action || location.href, {
        method: 'POST', body: new FormData(form), headers: { 'X-Requested-With': 'autosave' }, redirect: 'error',
      });
      const result = await answer.json();
      if (result.saved) {
        if (base) base.value = result.base;
        form.dispatchEvent(new Event('autosaved'));
        say(note.dataset.saved);
      } else say(result.refused || note.dataset.conflict);
    } catch { say(note.dataset.failed); }
    busy = false;
    if (again) { again = false; save(); }
  };

  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(save, PAUSE); });
  form.addEventListener('submit', () => clearTimeout(timer));
}
