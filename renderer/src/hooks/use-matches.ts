import { useEffect, useState } from 'react';

/** Whether a media query holds now, followed as the window changes. */
export function useMatches(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const renew = () => setMatches(list.matches);
    renew();
    list.addEventListener('change', renew);
    return () => list.removeEventListener('change', renew);
  }, [query]);
  return matches;
}
