import { expect, it } from 'vitest';
import { asStored } from './spelling.ts';

it.each([
  [{ hostname: { eq: 'bücher.example' } }, { hostname: { eq: 'xn--bcher-kva.example' } }],
  [
    { hostname: { in: ['BÜCHER.example', 'a.example'] } },
    { hostname: { in: ['xn--bcher-kva.example', 'a.example'] } },
  ],
  [{ path: { ne: '/straße' } }, { path: { ne: '/stra%C3%9Fe' } }],
  [{ entryPath: { notIn: ['/x y', '/%C3%9F'] } }, { entryPath: { notIn: ['/x%20y', '/%C3%9F'] } }],
  [{ path: { eq: '/app#/straße' } }, { path: { eq: '/app#/stra%C3%9Fe' } }],
  [
    { not: { or: [{ and: [{ hostname: { eq: 'é.example' } }] }] } },
    { not: { or: [{ and: [{ hostname: { eq: 'xn--9ca.example' } }] }] } },
  ],
  // Parts, other fields, and what is no host or path stay as they are.
  [{ hostname: { contains: 'ü' } }, { hostname: { contains: 'ü' } }],
  [{ name: { eq: 'Größe' } }, { name: { eq: 'Größe' } }],
  [
    { hostname: { eq: 'ü ü' }, path: { eq: 'ü' } },
    { hostname: { eq: 'ü ü' }, path: { eq: 'ü' } },
  ],
  [
    { hostname: { eq: 'Example.com' }, path: { eq: '/a/../b' } },
    { hostname: { eq: 'Example.com' }, path: { eq: '/a/../b' } },
  ],
])('%j is asked as %j', (filter, stored) => expect(asStored(filter)).toEqual(stored));
