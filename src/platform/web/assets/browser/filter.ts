/**
 * Two conveniences for lists. A filter form (`data-filter`) leaves its empty questions out of the address.
 * A box (`data-narrow="id"`) hides the rows of a list already on the page that do not hold what is typed, and says how many are left.
 */

function tidyAddress(form: HTMLFormElement): void {
  form.addEventListener('formdata', (event) => {
    const empty = [...event.formData.keys()].filter((name) => event.formData.getAll(name).every((value) => value === ''));
    for (const name of empty) event.formData.delete(name);
  });
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(list.matches('table') ? 'tbody > tr' : ':scope > li')];
}

function narrow(box: HTMLElement, list: HTMLElement): void {
  const input = box.querySelector('input');
  const status = box.querySelector('[data-narrow-status]');
  const rows = rowsOf(list).map((row) => ({ row, text: plain(row.textContent ?? '') }));
  box.hidden = false;
  input?.addEventListener('input', () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let left = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) left += 1;
    }
    if (status) status.textContent = words.length === 0 ? '' : `${left} of ${rows.length} shown`;
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) tidyAddress(form);
for (const box of document.querySelectorAll<HTMLElement>('[data-narrow]')) {
  const list = document.getElementById(box.dataset['narrow'] ?? '');
  if (list) narrow(box, list);
}
