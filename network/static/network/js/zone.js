// The time zone of this device: filled in at sign-up and in a visitor's form, offered beside the profile's own.

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

const hidden = document.querySelector('input[data-time-zone]');
if (hidden && !hidden.value) hidden.value = here ?? '';

const asked = document.querySelector('select[data-take-zone]');
if (asked && [...asked.options].some(({ value }) => value === here)) {
  asked.value = here;
  // Ours, not hers: leaving the page loses nothing.
  asked.form?.dispatchEvent(new Event('autosaved'));
}

const select = document.querySelector('select[data-suggest-zone]');
const offer = document.querySelector('[data-offer-zone]');
const button = offer?.querySelector('[data-use-zone]');
if (select && button) {
  const option = [...select.options].find(({ value }) => value === here);
  if (option && select.value !== here) {
    button.querySelector('[data-zone-name]').textContent = option.text;
    offer.hidden = false;
    button.addEventListener('click', () => {
      select.value = here;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      offer.hidden = true;
      select.focus();
    });
  }
}
