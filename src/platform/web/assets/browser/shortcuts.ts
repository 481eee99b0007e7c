/**
 * Single-key shortcuts: any element with `data-shortcut="x"` is focused (a field) or pressed (a link or button) by that key.
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

/** True where a letter is a letter: in a field, in a list of options, with a modifier held. */
function isWriting(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.isComposing ||
    (target?.isContentEditable ?? false) ||
    target?.closest('input, textarea, select') !== null
  );
}

function isUsable(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && !element.matches(':disabled');
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || isWriting(event) || !areOn()) return;
  const all = [...document.querySelectorAll<HTMLElement>('[data-shortcut]')];
  const found = all.filter((element) => element.dataset['shortcut'] === event.key && isUsable(element));
  // A field on the page comes before the link to a page with that field.
  const element = found.find((each) => each.matches('input, textarea')) ?? found[0];
  if (!element) return;
  event.preventDefault();
  if (element.matches('input, textarea')) element.focus();
  else element.click();
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
