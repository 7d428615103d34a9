import type { Page } from '@playwright/test';

/** Every text on the stage that is smaller than the room can read, or too pale: 22 px, in charts 18 px, contrast 7 to 1. */
export function illegible(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const stage = document.querySelector('[data-stage]');
    const channel = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const light = ([red = 0, green = 0, blue = 0]: readonly number[]) =>
      0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    const colour = (text: string) => (text.match(/[\d.]+/g) ?? []).map(Number);
    const groundOf = (element: Element): readonly number[] => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const ground = colour(getComputedStyle(at).backgroundColor);
        if (ground.length > 0 && (ground[3] ?? 1) > 0.99) return ground;
      }
      return [255, 255, 255];
    };
    const found: string[] = [];
    for (const element of stage?.querySelectorAll('*') ?? []) {
      const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      const text = words
        .map((node) => node.textContent ?? '')
        .join('')
        .trim();
      if (text === '' || element.closest('.visually-hidden, title, kbd') !== null) continue;
      const style = getComputedStyle(element);
      const drawn = element.closest('svg') !== null;
      const size = Number.parseFloat(style.fontSize);
      const two = [light(colour(drawn ? style.fill : style.color)), light(groundOf(element))];
      const contrast = (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05);
      if (size < (drawn ? 18 : 22) || contrast < 7)
        found.push(`${text.slice(0, 40)}: ${size} px, ${contrast.toFixed(1)} to 1`);
    }
    return stage === null ? ['there is no stage'] : found;
  });
}
