/** Whether nothing on the screen has the focus: it is on the page itself, or on the screen as a whole, where lost focus goes. */
export function hasNoPlace(focused: Element | null): boolean {
  return focused === null || focused === document.body || focused.id === 'main';
}
