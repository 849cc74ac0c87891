import type { CommandLine, Session, WebContents } from 'electron'

/**
 * Chromium speaks to the network on its own, and a page can make it speak where
 * no content policy reaches. Each line below silences one thing that was heard
 * on the wire. Before the app is ready.
 */
export function silence(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND') // any name look-up
  commandLine.appendSwitch('proxy-server', '127.0.0.1:9') // any connection
  commandLine.appendSwitch('proxy-bypass-list', '<-loopback>')
  commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns') // multicast DNS
}

/** The spell checker fetches its dictionaries; ours would have to ship with us. */
export function silenceSession(session: Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages'>): void {
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
}

/** WebRTC goes round the content policy and every request filter. The switch of the same name does nothing here. */
export function silenceContents(contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp') // STUN
}
