/** The first of these names that formatting knows. Systems also say `en_US.UTF-8`, `C` or `en-US@posix`. */
export function knownLocale(names: readonly string[]): string {
  for (const name of names) {
    const plain = name.split(/[.@]/)[0]?.replaceAll('_', '-') ?? '';
    try {
      const [locale] = Intl.DateTimeFormat.supportedLocalesOf(plain);
      if (locale !== undefined) return locale;
    } catch {
      // Not a locale at all; the next name may be one.
    }
  }
  return 'en-GB';
}
