// Puts the text of a box on the clipboard.

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const box = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(box.value);
    } catch {
      box.select();
      if (!document.execCommand('copy')) return;
    }
    button.textContent = button.dataset.copied;
  });
}
