/** Numbers that are collected one by one, eight bytes each. */
export type Numbers = {
  readonly add: (value: number) => void;
  readonly length: () => number;
  /** Those collected so far; a view, valid until the next one is added. */
  readonly taken: () => Float64Array;
};

export function growingNumbers(): Numbers {
  let array = new Float64Array(16);
  let length = 0;
  return {
    add(value) {
      if (length === array.length) {
        const wider = new Float64Array(Math.ceil(length * 1.5));
        wider.set(array);
        array = wider;
      }
      array[length] = value;
      length += 1;
    },
    length: () => length,
    taken: () => array.subarray(0, length),
  };
}
