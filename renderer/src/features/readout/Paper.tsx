import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './ReadoutPage.module.css';

/** A sheet of the readout with the desk around it, in its own pixels; two of them beside each other. */
const ONE_SHEET = 842;
const TWO_SHEETS = 1660;

/** The whole document's rules, said of a shadow tree: there the host is what `html` and `:root` are in the file. */
function forShadow(css: string): string {
  return css
    .replaceAll(':root', ':host')
    .replace(/(^|[}\n{])html\{/g, '$1:host{')
    .replace(/(^|[}\n{])main\{/g, '$1.pages{');
}

/** Puts the exported document into a shadow tree, apart from the styles and the theme of the app. */
function write(host: HTMLElement, html: string): void {
  const source = new DOMParser().parseFromString(html, 'text/html');
  const style = document.createElement('style');
  style.textContent = forShadow(
    [...source.querySelectorAll('style')].map((one) => one.textContent).join('\n'),
  );
  const main = source.querySelector('main');
  // The window has a main part of its own: here the pages are a part of it.
  const sheets = document.createElement('section');
  sheets.setAttribute('aria-label', 'Pages');
  sheets.className = 'pages';
  sheets.append(...(main?.childNodes ?? []));
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  root.replaceChildren(style, sheets);
}

/** The readout as paper, in every theme: the exported document itself, scaled to the room that there is. */
export function Paper({ html, label }: { readonly html: string; readonly label: string }) {
  const room = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);

  useLayoutEffect(() => {
    if (host.current !== null) write(host.current, html);
  }, [html]);

  useEffect(() => {
    const around = room.current;
    if (around === null) return;
    const measure = () => {
      const available = around.clientWidth;
      const wanted = available > TWO_SHEETS * 0.75 ? TWO_SHEETS : ONE_SHEET;
      // In a window this narrow the sheet gives way to a column by its own rules.
      setScale(window.innerWidth <= ONE_SHEET ? 1 : Math.min(1, available / wanted));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(around);
    return () => observer.disconnect();
  }, []);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard.
    <section ref={room} className={styles.room} aria-label={label} tabIndex={0}>
      <div ref={host} className={styles.paper} style={{ zoom: scale }} />
    </section>
  );
}
