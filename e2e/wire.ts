import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** A network of its own for one program, of which every frame is heard. */
export interface Wire {
  /** Runs a program to its end on this network. Throws, with what it said, where it fails. */
  run(program: string, words: readonly string[]): Promise<void>
  /** The frames that were heard, as `protocol to address`. The kernel's own, which no program causes, are left out. */
  heard(): readonly string[]
  /** Resolves once something was heard. */
  hearsSomething(): Promise<void>
  takeAway(): Promise<void>
}

/** Prints a line for each frame that arrives on a device; `ready` first. */
const listener = `
import socket, struct, sys
wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
wire.bind((sys.argv[1], 0))
print("ready", flush=True)
while True:
    frame = wire.recv(65535)
    kind, packet = struct.unpack("!H", frame[12:14])[0], frame[14:]
    if kind == 0x0800:
        print("IP protocol %d to %s" % (packet[9], socket.inet_ntoa(packet[16:20])), flush=True)
    elif kind == 0x86dd:
        print("IPv6 protocol %d to %s" % (packet[6], socket.inet_ntop(socket.AF_INET6, packet[24:40])), flush=True)
    else:
        print("%04x" % kind, flush=True)
`

/** What the kernel says by itself when a device comes up: multicast membership and neighbours, all by ICMPv6. */
const kernels = /^ready$|^IPv6 protocol (0|58) to ff02:/

/**
 * Lays a wire between two network namespaces: the program's, which believes
 * that the world and a name server are at the other end, and the listener's.
 * Gives the reason where this machine doesn't let us.
 */
export async function layWire(): Promise<Wire | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'Only root on Linux can lay a wire to listen on: what leaves the machine was not counted.'
  const [inside, outside] = [`stet-in-${process.pid}`, `stet-out-${process.pid}`]
  const ip = (...words: string[]) => spawnSync('ip', words, { encoding: 'utf8' })
  const names = `/etc/netns/${inside}`
  const takeAway = () => {
    for (const name of [inside, outside]) ip('netns', 'del', name)
    rmSync(names, { recursive: true, force: true })
  }
  const setUp = [
    `netns add ${inside}`,
    `netns add ${outside}`,
    `link add stet0 netns ${inside} address 02:00:00:00:00:01 type veth peer name stet1 netns ${outside} address 02:00:00:00:00:02`,
    `-n ${inside} link set lo up`,
    `-n ${inside} address add 10.213.0.1/24 dev stet0`,
    `-n ${inside} link set stet0 up`,
    `-n ${outside} link set stet1 up`,
    `-n ${inside} neigh add 10.213.0.2 lladdr 02:00:00:00:00:02 dev stet0`,
    `-n ${inside} route add default via 10.213.0.2`,
  ]
  for (const line of setUp) {
    const { status, stderr } = ip(...line.split(' '))
    if (status === 0) continue
    takeAway()
    return `No wire can be laid here (${stderr?.trim() || 'there is no ip'}): what leaves the machine was not counted.`
  }
  // `ip netns exec` puts this in the place of the machine's own.
  mkdirSync(names, { recursive: true })
  writeFileSync(`${names}/resolv.conf`, 'nameserver 10.213.0.2\n')

  const lines: string[] = []
  const ears = spawn('ip', ['netns', 'exec', outside, 'python3', '-c', listener, 'stet1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const heard = () => lines.filter(line => !kernels.test(line))
  const onLine = createInterface({ input: ears.stdout })
  onLine.on('line', line => lines.push(line))
  const until = (holds: () => boolean) =>
    new Promise<void>(resolve => {
      const look = () => holds() && resolve()
      onLine.on('line', look)
      look()
    })
  await until(() => lines.includes('ready'))
  return {
    run: (program, words) => ended(spawn('ip', ['netns', 'exec', inside, program, ...words], { stdio: 'pipe' })),
    heard,
    hearsSomething: () => until(() => heard().length > 0),
    async takeAway() {
      const gone = new Promise(resolve => ears.once('close', resolve))
      ears.kill()
      await gone
      takeAway()
    },
  }
}

async function ended(child: ChildProcess): Promise<void> {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => {
      said += piece.toString()
    })
  const code = await new Promise(resolve => child.once('close', resolve))
  if (code !== 0) throw new Error(`It ended with ${code}: ${said.slice(-4000)}`)
}
