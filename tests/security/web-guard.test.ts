import { describe, expect, it } from 'vitest';
import { guardRequest, guardUpgrade } from '#hosts/web-guard.ts';
import type { GuardOptions, Verdict } from '#hosts/web-guard.ts';
import { figure } from '#tests/support/figure.ts';

const port = 4321;
const guard: GuardOptions = { port, isOpening: () => false, sessionOf: (cookies) => (cookies.join().includes('good') ? 'session' : null) };

function outcome(verdict: Verdict): string {
  return 'refused' in verdict ? `${verdict.refused.status} ${verdict.refused.code}` : verdict.route.name;
}

function headers(given: Record<string, string | undefined>): string[] {
  return Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
}

const ours = { Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}`, Cookie: 'good', 'X-Earshot': '1', 'Sec-Fetch-Site': 'same-origin' };

function ask(method: string, url: string, given: Record<string, string | undefined> = ours): string {
  return outcome(guardRequest({ method, url, rawHeaders: headers(given) }, guard));
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'];
const origins = [
  `http://127.0.0.1:${port}`, undefined, 'null', 'http://evil.test', `http://localhost:${port}`, `https://127.0.0.1:${port}`, `http://127.0.0.1:${port + 1}`,
  `http://127.0.0.1:${port}.evil.test`,
];
const sites = ['same-origin', undefined, 'cross-site', 'same-site'];

describe('L-05: 5 methods x 8 origins x 4 values of Sec-Fetch-Site', () => {
  const cases = methods.flatMap((method) => origins.flatMap((origin) => sites.map((site) => ({ method, origin, site }))));

  it.each(cases)('$method from $origin, $site', ({ method, origin, site }) => {
    const isReading = method === 'GET' || method === 'HEAD';
    const isOwnOrigin = origin === `http://127.0.0.1:${port}` || (origin === undefined && isReading);
    const isOwnSite = site === 'same-origin' || site === undefined;
    const result = ask(method, isReading ? '/media/abc' : '/ticket', { ...ours, Origin: origin, 'Sec-Fetch-Site': site });
    if (method === 'PUT' || method === 'DELETE') expect(result).toBe('405 METHOD');
    else if (!isOwnOrigin) expect(result).toBe('403 ORIGIN');
    else if (!isOwnSite) expect(result).toBe('403 FETCH_SITE');
    else expect(result).toBe(isReading ? 'media' : 'ticket');
  });

  it('counts 160 cases', () => {
    expect(cases).toHaveLength(160);
    figure('G-14', `${cases.length} cells of the Origin matrix: 0 successes`);
  });
});

describe('L-04: cookie and header, each missing', () => {
  it.each([
    ['a ticket without cookie', 'POST', '/ticket', { ...ours, Cookie: undefined }, '401 SESSION'],
    ['an upload without cookie', 'POST', '/upload', { ...ours, Cookie: undefined }, '401 SESSION'],
    ['a recording without cookie', 'GET', '/media/abc', { ...ours, Cookie: undefined }, '401 SESSION'],
    ['an export without cookie', 'GET', '/export/abc', { ...ours, Cookie: 'bad' }, '401 SESSION'],
    ['a ticket without the header', 'POST', '/ticket', { ...ours, 'X-Earshot': undefined }, '403 GUARD_HEADER'],
    ['an upload without the header', 'POST', '/upload', { ...ours, 'X-Earshot': undefined }, '403 GUARD_HEADER'],
    ['a token without the header', 'POST', '/session', { ...ours, 'X-Earshot': undefined, Cookie: undefined }, '403 GUARD_HEADER'],
    ['the header with another value', 'POST', '/ticket', { ...ours, 'X-Earshot': '2' }, '403 GUARD_HEADER'],
  ])('%s', (...[, method, url, given, expected]) => {
    expect(ask(method, url, given)).toBe(expected);
  });
});

describe('L-07, L-09: methods and forms of address', () => {
  it.each([
    ['OPTIONS', '/ticket', '403 METHOD'], ['TRACE', '/', '405 METHOD'], ['PATCH', '/', '405 METHOD'],
    ['GET', `http://127.0.0.1:${port}/`, '400 ADDRESS'], ['GET', '*', '400 ADDRESS'], ['GET', '', '400 ADDRESS'], ['GET', '/a/', '400 ADDRESS'], ['GET', '/%2e%2e', '400 ADDRESS'],
    ['GET', '/a//b', '400 ADDRESS'], ['GET', '/.git', '400 ADDRESS'], ['GET', '/?x', '400 ADDRESS'], ['GET', `/${'a'.repeat(2048)}`, '414 ADDRESS'],
    ['POST', '/', '404 ADDRESS'], ['POST', '/rpc', '404 ADDRESS'], ['GET', '/open', 'page'],
  ])('%s %s', (method, url, expected) => {
    expect(ask(method, url)).toBe(expected);
  });
});

describe('the opening page', () => {
  const waiting: GuardOptions = { ...guard, isOpening: () => true };
  const navigation = { Host: ours.Host, 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
  const open = (given: Record<string, string | undefined>, options = waiting, url = '/open'): string =>
    outcome(guardRequest({ method: 'GET', url, rawHeaders: headers(given) }, options));

  it('lets a navigation in while Earshot waits for its own browser', () => {
    expect(open(navigation)).toBe('opening');
  });

  it.each([
    ['when nobody is waited for', navigation, guard, '/open', '403 FETCH_SITE'],
    ['to another address', navigation, waiting, '/', '403 FETCH_SITE'],
    ['in a frame', { ...navigation, 'Sec-Fetch-Dest': 'iframe' }, waiting, '/open', '403 FETCH_SITE'],
    ['by a script', { ...navigation, 'Sec-Fetch-Mode': 'no-cors' }, waiting, '/open', '403 FETCH_SITE'],
    ['under another name', { ...navigation, Host: `evil.test:${port}` }, waiting, '/open', '421 HOST'],
    ['with an origin', { ...navigation, Origin: 'http://evil.test' }, waiting, '/open', '403 ORIGIN'],
  ])('refuses %s', (...[, given, options, url, expected]) => {
    expect(open(given, options, url)).toBe(expected);
  });
});

describe('L-06: the upgrade obeys the same rules', () => {
  const upgrade = (given: Record<string, string | undefined>, url = '/rpc', method = 'GET'): string =>
    outcome(guardUpgrade({ method, url, rawHeaders: headers(given) }, guard));

  it.each([
    ['ours', ours, '/rpc', 'GET', 'rpc'],
    ['ours without Sec-Fetch-Site, which browsers leave out here', { ...ours, 'Sec-Fetch-Site': undefined }, '/rpc', 'GET', 'rpc'],
    ['no origin', { ...ours, Origin: undefined }, '/rpc', 'GET', '403 ORIGIN'],
    ['a foreign origin', { ...ours, Origin: 'http://evil.test' }, '/rpc', 'GET', '403 ORIGIN'],
    ['a foreign host', { ...ours, Host: `evil.test:${port}` }, '/rpc', 'GET', '421 HOST'],
    ['no cookie', { ...ours, Cookie: undefined }, '/rpc', 'GET', '401 SESSION'],
    ['another address', ours, '/', 'GET', '404 ADDRESS'],
    ['another method', ours, '/rpc', 'POST', '405 METHOD'],
  ])('%s', (...[, given, url, method, expected]) => {
    expect(upgrade(given, url, method)).toBe(expected);
  });
});
