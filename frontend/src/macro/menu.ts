import { change, type Change } from './edit';

/** A card on the page that stands for one macro in the page's storage. */
function cards(page: Document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('.tl-macro-card[data-tl-macro]')];
}

/** Puts a menu below every macro. */
export function addMenus(page: Document): void {
  for (const card of cards(page)) {
    const foot = card.querySelector('.tl-macro-foot');
    if (foot && !foot.querySelector('.tl-macro-menu')) foot.append(menu(card));
  }
}

function menu(card: HTMLElement): HTMLElement {
  const menu = document.createElement('details');
  menu.className = 'tl-macro-menu';
  const summary = document.createElement('summary');
  summary.textContent = WRM.I18n.getText('throughline.macro.edit.menu');
  const says = document.createElement('p');
  says.setAttribute('role', 'status');
  const isPinned = card.dataset['tlPinned'] === 'true';
  const hold = isPinned
    ? button(WRM.I18n.getText('throughline.macro.edit.release'), () => run(card, 'release', says))
    : button(WRM.I18n.getText('throughline.macro.edit.pin'), () => run(card, 'pin', says));
  const freeze = button(WRM.I18n.getText('throughline.macro.edit.freeze'), () => ask(card, says));
  const items = document.createElement('div');
  items.className = 'tl-macro-menu-items';
  items.append(hold, freeze, says);
  menu.append(summary, items);
  return menu;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'tl-button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}

/** Whoever freezes is told first to whom they show what only they may see. */
function ask(card: HTMLElement, says: HTMLElement): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'tl tl-macro-dialog';
  const title = document.createElement('h2');
  title.id = 'tl-macro-freeze';
  title.textContent = WRM.I18n.getText('throughline.macro.edit.freeze.title');
  dialog.setAttribute('aria-labelledby', title.id);
  const told = document.createElement('p');
  told.textContent = WRM.I18n.getText('throughline.macro.edit.freeze.told');
  const yes = button(WRM.I18n.getText('throughline.macro.edit.freeze'), () => {
    dialog.close();
    run(card, 'freeze', says);
  });
  yes.classList.add('tl-button-primary');
  const no = button(WRM.I18n.getText('throughline.macro.edit.cancel'), () => dialog.close());
  const buttons = document.createElement('div');
  buttons.className = 'tl-macro-dialog-buttons';
  buttons.append(yes, no);
  dialog.append(title, told, buttons);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function run(card: HTMLElement, what: Change, says: HTMLElement): void {
  const buttons = card.querySelectorAll<HTMLButtonElement>('.tl-macro-menu button');
  buttons.forEach((each) => (each.disabled = true));
  says.textContent = WRM.I18n.getText('throughline.macro.edit.saving');
  const fingerprint = card.dataset['tlMacro'] ?? '';
  const same = cards(document).filter((each) => each.dataset['tlMacro'] === fingerprint);
  change(what, {
    macro: fingerprint,
    place: Math.max(0, same.indexOf(card)),
    version: Number(card.dataset['tlVersion'] ?? 0),
  }).then(
    () => window.location.reload(),
    (failure: unknown) => {
      says.textContent = failure instanceof Error ? failure.message : String(failure);
      buttons.forEach((each) => (each.disabled = false));
    },
  );
}
