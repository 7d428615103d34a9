/** The mark of the app: a cord with its ring. */
export function CordMark() {
  return (
    <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true">
      <path d="M6 0V8.5" stroke="currentColor" strokeWidth="2" />
      <circle cx="6" cy="11.5" r="3" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
