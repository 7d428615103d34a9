export function CadencePage() {
  return <h1>Cadence</h1>;
}
