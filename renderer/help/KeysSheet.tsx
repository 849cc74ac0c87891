import { commandIds, commands, menus } from '../../shared/commands/commands.ts'
import { printKeys } from '../../shared/commands/keys.ts'
import { words as en } from '../../shared/words/words.ts'
import { useValue, useWorkbench } from '../commands/useWorkbench.ts'
import { useTags } from '../look/useTags.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Swatch } from '../ui/Swatch.tsx'
import './help.css'

/** Every key, read from the table of commands and the codebook. */
export function KeysSheet() {
  const { desk, run } = useWorkbench()
  const tags = useTags()
  const singleKeys = useValue(desk.settings, state => state.singleKeys)
  const print = (keys: readonly string[]) => keys.map(key => printKeys(key, desk.platform())).join('  ')
  return (
    <Dialog title={en.keys.title} className="keys" onClose={desk.dialogs.close}>
      {!singleKeys && <p>{en.keys.off}</p>}
      <div className="columns">
        <Section title={en.keys.tags}>
          {tags.map(tag => (
            <Row key={tag.id} keys={tag.key}>
              <Swatch mark={tag.mark} ink={tag.ink} tint={tag.tint} /> {en.keys.tag(tag.label)}
            </Row>
          ))}
          <Row keys="A T 1">{en.keys.attributes}</Row>
        </Section>
        <Section title={en.keys.inText}>
          {en.keys.page.map(([keys = '', title]) => (
            <Row key={keys} keys={keys}>
              {title}
            </Row>
          ))}
        </Section>
        {menus.map(menu => (
          <Section key={menu} title={en.menus[menu]}>
            {commandIds
              .filter(id => commands[id].menu === menu && commands[id].keys.length > 0)
              .map(id => (
                <Row key={id} keys={print(commands[id].keys)}>
                  {en.commands[id].replace('…', '')}
                </Row>
              ))}
          </Section>
        ))}
      </div>
      <div className="answers">
        <Button look="plain" onClick={() => run('view.singleKeys')}>
          {singleKeys ? en.keys.switchOff : en.keys.switchOn}
        </Button>
        <Button look="main" onClick={desk.dialogs.close}>
          {en.close}
        </Button>
      </div>
    </Dialog>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

function Row({ keys, children }: { keys: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{children}</dt>
      <dd>
        <kbd>{keys}</kbd>
      </dd>
    </div>
  )
}
