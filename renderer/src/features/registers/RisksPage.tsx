export function RisksPage() {
  return <h1>Risks</h1>;
}
