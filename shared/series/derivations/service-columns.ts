const TOTAL = /^(grand |sub|service )?totals?\b|^sum(me)?\b|^gesamt/i;
const MONEY_COLUMN = /^(.+?)\s*\((\$|€|£|USD|EUR|GBP)\)$/;

/** Whether a row or a column of a cost export repeats what the others add up to. */
export function isTotalOfCosts(name: string): boolean {
  return TOTAL.test(name);
}

/** The columns of a cost export that has its services across, by position; null for any other layout. */
export function serviceColumns(headers: readonly string[]): ReadonlyMap<number, string> | null {
  const services = headers.flatMap((header, column): readonly (readonly [number, string])[] => {
    const service = MONEY_COLUMN.exec(header.trim())?.[1];
    return service === undefined ? [] : [[column, service]];
  });
  const spent = services.filter(([, service]) => !isTotalOfCosts(service));
  const isReport = services.length > spent.length || /^service$/i.test(headers[0]?.trim() ?? '');
  return isReport && spent.length > 1 ? new Map(spent) : null;
}
