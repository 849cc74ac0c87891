import { LARGE_PACKET_BYTES } from '../../shared/limits.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { DoneButtons } from './Buttons.tsx'
import { Unread } from './Unread.tsx'

/** What is in the packet, and how large it is. */
export function PacketDoneStep() {
  const { telling } = useWorkbench().desk
  const done = useValue(telling, state => state.packet)
  if (!done) return null
  const { name: file, articles, things, bytes } = done
  return (
    <>
      <div>
        <p className="what">{things === 0 ? en.telling.noAnnotations : en.telling.packetMade}</p>
        {things > 0 && <p>{en.telling.packet({ file, articles, things, bytes })}</p>}
        {bytes > LARGE_PACKET_BYTES && <p className="wrong">{en.telling.large}</p>}
        {things > 0 && <p>{en.telling.sendIt}</p>}
      </div>
      <Unread unread={done.unread} />
      <DoneButtons hasFile={things > 0} />
    </>
  )
}
