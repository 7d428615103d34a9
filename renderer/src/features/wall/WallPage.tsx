export function WallPage() {
  return <h1>Wall</h1>;
}
