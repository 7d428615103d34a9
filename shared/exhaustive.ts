/** Makes a switch over a union complete: a member that was forgotten does not compile. */
export function exhaustive(never: never): never {
  throw new Error(`Unexpected value: ${String(never)}`);
}
