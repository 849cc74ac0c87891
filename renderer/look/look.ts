/** The faces of the first picture and the look of everything, in the order in which they build on each other. */
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/inter/wght.css'
import './tokens.css'
import './base.css'
