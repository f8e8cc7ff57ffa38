/**
 * Puts words on the clipboard, within the press of a button. By selection, as the window is refused every permission that the clipboard
 * interface of pages asks for. False: it was not taken, and the words have to be selected by hand.
 */
export const copyText = (text: string): boolean => {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.readOnly = true;
  box.className = 'visually-hidden';
  // Within a dialog, whose focus is kept inside.
  (before?.closest('[role=dialog]') ?? document.body).append(box);
  box.select();
  const taken = document.execCommand('copy');
  box.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return taken;
};
