export function MetricPage({ series }: { readonly series: string }) {
  return <h1>{series}</h1>;
}
