export function ReadoutPage({ review }: { readonly review: string | null }) {
  return <h1>{review}</h1>;
}
