// What every page may do a little better with a script; all of it works without one.

document.documentElement.classList.add('scripted');

const menu = document.querySelector('[data-menu]');

if (menu) {
  const close = () => { menu.open = false; };

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      close();
      menu.querySelector('summary').focus();
    }
  });
  document.addEventListener('click', (event) => {
    if (menu.open && !menu.contains(event.target)) close();
  });
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', () => window.print());
}

// Transcripts and other closed boxes belong on paper, too.
const opened = [];
addEventListener('beforeprint', () => {
  for (const box of document.querySelectorAll('main details:not([open])')) {
    box.open = true;
    opened.push(box);
  }
});
addEventListener('afterprint', () => {
  for (const box of opened.splice(0)) box.open = false;
});

// Another language opens at the passage being read: blocks have the same ids in every language.
for (const link of document.querySelectorAll('.languages a')) {
  link.addEventListener('click', () => {
    const passages = [...document.querySelectorAll('main [id]')].filter(({ id }) => /^[0-9a-f-]{36}$/.test(id));
    const read = passages.findLast((one) => one.getBoundingClientRect().top < innerHeight / 3);
    link.hash = read && scrollY ? read.id : location.hash;
  });
}
