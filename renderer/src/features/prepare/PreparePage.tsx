export function PreparePage() {
  return <h1>Prepare</h1>;
}
