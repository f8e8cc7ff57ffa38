/** Types words in the place of others, as a person would: one step back brings those again. */
export const typeInto = (
  area: HTMLTextAreaElement,
  { start, end }: { readonly start: number; readonly end: number },
  words: string,
): void => {
  area.focus();
  area.setSelectionRange(start, end);
  if (words === '' && start === end) return;
  if (document.execCommand(words === '' ? 'delete' : 'insertText', false, words)) return;
  area.setRangeText(words, start, end, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
};
