export function StagePage({ review }: { readonly review: string }) {
  return <h1>{review}</h1>;
}
