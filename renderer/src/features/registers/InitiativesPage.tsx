export function InitiativesPage() {
  return <h1>Initiatives</h1>;
}
