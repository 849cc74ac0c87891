import { words as en } from '../../shared/words/words.ts'
import { PersonForm } from './PersonForm.tsx'

/** The first thing that Stet asks: whose annotations these will be. */
export function FirstStart() {
  return (
    <main className="first-start">
      <div className="column">
        <p className="wordmark" aria-hidden="true">
          stet
        </p>
        <h1>{en.person.titleAtFirst}</h1>
        <PersonForm answer={en.person.beginning} onDone={() => {}} />
      </div>
    </main>
  )
}
