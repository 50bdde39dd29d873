import { expect, test } from 'vitest'
import { listLeaks } from '../../scripts/checks/judge-trace.ts'

test.each([
  [
    '12 connect(30<TCP:[9]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 EINPROGRESS',
    'connects to 192.0.2.1 port 443',
  ],
  [
    '12 connect(30<TCPv6:[9]>, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = -1 ENETUNREACH',
    'connects to 2001:db8::1 port 80',
  ],
  [
    '12 sendto(31<UDP:[7]>, ""..., 28, 0, {sa_family=AF_INET, sin_port=htons(3478), sin_addr=inet_addr("192.0.2.1")}, 16) = 28',
    'sends to 192.0.2.1 port 3478',
  ],
  [
    '12 sendmmsg(8<UDP:[10.0.0.2:4000->10.0.0.1:53]>, [{msg_hdr={msg_name=NULL}}], 2, 0) = 2',
    'sends to 10.0.0.1 port 53',
  ],
  ['12 sendto(8<UDP:[127.0.0.1:4000->127.0.0.53:53]>, ""..., 40, 0, NULL, 0) = 40', 'sends to 127.0.0.53 port 53'],
  [
    '12 connect(30<TCP:[9]>, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("127.0.0.53")}, 16) = 0',
    'connects to 127.0.0.53 port 53',
  ],
  ['12 write(8<UDP:[10.0.0.2:4000->192.0.2.1:443]>, ""..., 40) = 40', 'sends to 192.0.2.1 port 443'],
  [
    '12 writev(8<TCPv6:[[2001:db8::2]:4000->[2001:db8::1]:443]>, [{iov_base=""...}], 1) = 40',
    'sends to 2001:db8::1 port 443',
  ],
])('%s', (line, leak) => {
  expect(listLeaks(`${line}\n`)).toEqual([leak])
})

test('what stays on this computer is no leak, nor is a UDP socket that sent nothing', () => {
  const trace = [
    '12 connect(5<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path="/run/dbus/system_bus_socket"}, 30) = -1 ENOENT',
    '12 connect(30<TCP:[9]>, {sa_family=AF_INET, sin_port=htons(631), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
    '12 connect(30<UDPv6:[9]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr), sin6_scope_id=0}, 28) = 0',
    '12 write(8<TCP:[127.0.0.1:4000->127.0.0.1:9222]>, ""..., 40) = 40',
    '12 writev(8<TCPv6:[[::1]:4000->[::1]:9222]>, [{iov_base=""...}], 1) = 40',
    '12 write(1</tmp/a>, ""..., 40) = 40',
    '12 sendmsg(8<UNIX-STREAM:[1->2]>, {msg_name=NULL}, 0) = 40',
    '12 +++ exited with 0 +++',
  ]
  expect(listLeaks(trace.join('\n'))).toEqual([])
})

test('what is done often is told once', () => {
  const line =
    '12 connect(30<TCP:[9]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = 0'
  expect(listLeaks(`${line}\n${line}\n`)).toHaveLength(1)
})
