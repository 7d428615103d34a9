/** Coefficients of Cody's rational approximations of the error function (1969), relative error under 1e-15. */
const NEAR_OVER = [
  2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745,
] as const;
const NEAR_UNDER = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673] as const;
const MIDDLE_OVER = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
] as const;
const MIDDLE_UNDER = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
] as const;
const ROOT_2PI_INVERSE = 0.3989422804014327;
/** Up to here the first approximation holds: the normal quantile of 3/4 in Cody's paper. */
const NEAR = 0.67448975;
const MIDDLE = 5.656854249492381;
/** Terms of the continued fraction of the tail (Laplace) that give all digits beyond `MIDDLE`. */
const FAR_TERMS = 40;

function horner(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let index = coefficients.length - 1; index >= 0; index--) sum = sum * x + (coefficients[index] ?? 0);
  return sum;
}

/** exp(-z^2 / 2) without the loss of digits that squaring a large z brings. */
function bell(z: number): number {
  const rough = Math.trunc(z * 16) / 16;
  return Math.exp(-rough * rough * 0.5) * Math.exp(-(z - rough) * (z + rough) * 0.5);
}

function nearMiddle(z: number): number {
  const square = z * z;
  let over = NEAR_OVER[4] * square;
  let under = square;
  for (let index = 0; index < 3; index++) {
    over = (over + (NEAR_OVER[index] ?? 0)) * square;
    under = (under + (NEAR_UNDER[index] ?? 0)) * square;
  }
  return (z * (over + NEAR_OVER[3])) / (under + NEAR_UNDER[3]);
}

function farTail(z: number): number {
  if (z <= MIDDLE) {
    let over = MIDDLE_OVER[8] * z;
    let under = z;
    for (let index = 0; index < 7; index++) {
      over = (over + (MIDDLE_OVER[index] ?? 0)) * z;
      under = (under + (MIDDLE_UNDER[index] ?? 0)) * z;
    }
    return (bell(z) * (over + MIDDLE_OVER[7])) / (under + MIDDLE_UNDER[7]);
  }
  let under = z;
  for (let term = FAR_TERMS; term > 0; term--) under = z + term / under;
  return (bell(z) * ROOT_2PI_INVERSE) / under;
}

/** P(Z > z) of a standard normal Z, as exact far out as a number can be. */
export function normalTail(z: number): number {
  const away = Math.abs(z);
  if (away <= NEAR) return 0.5 - nearMiddle(z);
  const tail = farTail(away);
  return z > 0 ? tail : 1 - tail;
}

/** P(Z <= z) of a standard normal Z. */
export function normalCdf(z: number): number {
  return normalTail(-z);
}

/** Coefficients of Wichura's algorithm AS 241 (1988), relative error under 1e-15; lowest power first. */
const CENTRE_OVER = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_UNDER = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852546,
];
const TAIL_OVER = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const TAIL_UNDER = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const END_OVER = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const END_UNDER = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/** The z with P(Z <= z) = p; minus and plus infinity at 0 and 1, NaN outside. */
export function normalQuantile(p: number): number {
  const away = p - 0.5;
  if (Math.abs(away) <= 0.425) {
    const x = 0.180625 - away * away;
    return (away * horner(CENTRE_OVER, x)) / horner(CENTRE_UNDER, x);
  }
  return away < 0 ? -tailQuantile(p) : tailQuantile(1 - p);
}

/** The z with P(Z > z) = tail, exact for tails of 1e-300 too; for tails up to one half. */
export function tailQuantile(tail: number): number {
  if (tail >= 0.075) {
    const away = 0.5 - tail;
    const x = 0.180625 - away * away;
    return (away * horner(CENTRE_OVER, x)) / horner(CENTRE_UNDER, x);
  }
  if (tail === 0) return Number.POSITIVE_INFINITY;
  const depth = Math.sqrt(-Math.log(tail));
  if (depth <= 5) return horner(TAIL_OVER, depth - 1.6) / horner(TAIL_UNDER, depth - 1.6);
  return horner(END_OVER, depth - 5) / horner(END_UNDER, depth - 5);
}
