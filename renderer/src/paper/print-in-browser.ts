/** Opens the browser's own print dialogue on a document that holds no scripts; for hosts that make no PDF themselves. */
export function printInBrowser(html: string): void {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:fixed;inset:auto auto 0 0;width:1px;height:1px;border:0';
  frame.srcdoc = html;
  frame.addEventListener('load', () => {
    const target = frame.contentWindow;
    target?.addEventListener('afterprint', () => frame.remove());
    target?.print();
  });
  document.body.append(frame);
}
