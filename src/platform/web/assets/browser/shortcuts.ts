/**
 * Single-key shortcuts: any element with `data-shortcut="x"` is focused (a field), chosen (a radio button) or pressed (a link or button) by that
 * key; `data-shortcut="1 s"` gives it two.
 * They can be turned off, and the choice is kept in a cookie of this browser (WCAG 2.1.4).
 */

const cookie = 'shortcuts';

function areOn(): boolean {
  return !document.cookie.split('; ').includes(`${cookie}=off`);
}

function remember(on: boolean): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${cookie}=${on ? 'on' : 'off'}; path=/; max-age=31536000; samesite=lax${secure}`;
}

/** Elements in which a letter is a letter. A radio button takes no letters. */
const writing = 'input:not([type=radio]):not([type=checkbox]), textarea, select';

/** True where a letter is a letter: in a field, in a list of options, with a modifier held. */
function isWriting(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.isComposing ||
    (target?.isContentEditable ?? false) ||
    (target !== null && target.closest(writing) !== null)
  );
}

function isUsable(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && !element.matches(':disabled');
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || isWriting(event) || !areOn()) return;
  const all = [...document.querySelectorAll<HTMLElement>('[data-shortcut]')];
  const found = all.filter((element) => (element.dataset['shortcut'] ?? '').split(' ').includes(event.key) && isUsable(element));
  // A field on the page comes before the link to a page with that field.
  const element = found.find((each) => each.matches(writing)) ?? found[0];
  if (!element) return;
  event.preventDefault();
  if (element.matches('input, textarea')) element.focus();
  if (!element.matches(writing)) element.click();
}

function wireSwitch(control: HTMLButtonElement): void {
  const show = (): void => {
    control.textContent = areOn() ? 'Turn single-key shortcuts off' : 'Turn single-key shortcuts on';
  };
  control.hidden = false;
  show();
  control.addEventListener('click', () => {
    remember(!areOn());
    show();
  });
}

document.addEventListener('keydown', press);
for (const control of document.querySelectorAll<HTMLButtonElement>('button[data-shortcuts-switch]')) wireSwitch(control);
