import styles from './Opening.module.css';

/** What stands on the screen while the stored reviews are read. */
export function Opening() {
  return (
    <p className={styles['opening']} role="status">
      Opening the stored reviews…
    </p>
  );
}

/** Nothing could be opened: what happened, what was kept, what to do. */
export function NotOpened({ why }: { readonly why: string }) {
  return (
    <div className={styles['trouble']} role="alert">
      <h1>Andon could not open its records</h1>
      <p>{why}</p>
      <p>Nothing was changed or deleted. Close other windows of Andon and start it again.</p>
    </div>
  );
}
