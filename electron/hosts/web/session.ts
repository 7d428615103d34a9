import { randomBytes, timingSafeEqual } from 'node:crypto';

export type Session = {
  /** A new token for one opening of the address. */
  readonly invite: () => string;
  /** Whether the token was given out and not used yet; using it spends it. */
  readonly accept: (token: string) => boolean;
  /** The `Set-Cookie` value that lets a browser in. */
  readonly cookie: string;
  /** Whether a request's `Cookie` header holds this session's secret. */
  readonly knows: (cookieHeader: string | undefined) => boolean;
};

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Who may talk to a web host on this port. Cookies do not tell ports apart, so the port is part of the name. */
export function createSession(port: number): Session {
  const name = `andon_${port}`;
  const secret = randomBytes(32).toString('base64url');
  const invited = new Set<string>();
  return {
    invite: () => {
      const token = randomBytes(24).toString('base64url');
      invited.add(token);
      return token;
    },
    accept: (token) => {
      const known = [...invited].find((candidate) => equal(candidate, token));
      return known !== undefined && invited.delete(known);
    },
    cookie: `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/; Max-Age=43200`,
    knows: (cookieHeader) =>
      (cookieHeader ?? '')
        .split(';')
        .map((part) => part.trim().split('='))
        .some(([key, value]) => key === name && value !== undefined && equal(value, secret)),
  };
}

type Headers = {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | readonly string[] | undefined;
};

/** Whether a request comes to our own address and, where it changes something, from our own page. */
export function isOurs(headers: Headers, method: string, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  if (method === 'GET') return true;
  const site = headers['sec-fetch-site'];
  return headers.origin === `http://${headers.host}` && (site === undefined || site === 'same-origin');
}
