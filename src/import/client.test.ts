import { describe, expect, it } from 'vitest';
import { parseClient } from './client.ts';

describe('parseClient', () => {
  it.each<[head: string, host: string | null, address: string]>([
    ['192.0.2.1 - -', null, '192.0.2.1'],
    ['192.0.2.1 - frank', null, '192.0.2.1'],
    ['192.0.2.1 ident John F. Doe', null, '192.0.2.1'],
    ['client.example.net - -', null, 'client.example.net'],
    ['2001:db8::7 - -', null, '2001:db8::7'],
    ['::ffff:192.0.2.1 - -', null, '192.0.2.1'],
    ['unknown - -', null, 'unknown'],
    ['- - -', null, '-'],
    // %v:%p
    ['shop.example:443 198.51.100.7 - -', 'shop.example', '198.51.100.7'],
    ['shop.example:443 client.example.net - -', 'shop.example', 'client.example.net'],
    ['192.0.2.1:80 198.51.100.7 - -', null, '198.51.100.7'],
    ['[2001:db8::1]:443 198.51.100.7 - -', null, '198.51.100.7'],
    ['[2001:db8::1]:443 2001:db8::7 - john doe', null, '2001:db8::7'],
    // A host, or the server's own address, before the client.
    ['a.example.com 198.51.100.7 - -', 'a.example.com', '198.51.100.7'],
    ['192.0.2.1 198.51.100.7 - -', null, '198.51.100.7'],
    ['a.example.com 192.0.2.1 198.51.100.7 - frank', 'a.example.com', '198.51.100.7'],
    ['- 198.51.100.7 - -', null, '198.51.100.7'],
    // X-Forwarded-For in place of the client: its first public address.
    ['203.0.113.5, 10.0.0.2 - -', null, '203.0.113.5'],
    ['203.0.113.5,10.0.0.2 - -', null, '203.0.113.5'],
    ['203.0.113.5 , 10.0.0.2 - -', null, '203.0.113.5'],
    ['10.0.0.2, 8.8.8.8, 9.9.9.9 - -', null, '8.8.8.8'],
    ['unknown, 8.8.8.8 - -', null, '8.8.8.8'],
    ['unknown,192.168.0.1, 8.8.8.8 - frank', null, '8.8.8.8'],
    ['10.0.0.2, 203.0.113.5 - -', null, '203.0.113.5'],
    ['10.0.0.2, 10.0.0.3 - -', null, '10.0.0.2'],
    ['a.example.com 2606:4700::1111, 10.0.0.2 - -', 'a.example.com', '2606:4700::1111'],
    ['a.example.com:80 8.8.8.8, 10.0.0.2 - -', 'a.example.com', '8.8.8.8'],
    // A client with its port.
    ['198.51.100.7:51234 - -', null, '198.51.100.7'],
    ['198.51.100.7:51234 - john doe', null, '198.51.100.7'],
    ['[2001:db8::7]:51234 - -', null, '2001:db8::7'],
  ])('%s', (head, host, address) => {
    expect(parseClient(head)).toEqual({ host, address });
  });

  it.each(['', '192.0.2.1', '192.0.2.1 -', 'a, b - -', 'unknown, - - -', '192.0.2.1 198.51.100.7 -'])(
    'nobody can say who it is: %j',
    (head) => {
      expect(parseClient(head)).toBeNull();
    },
  );
});
