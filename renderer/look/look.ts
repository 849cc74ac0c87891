/** The faces and the look of everything, in the order in which they build on each other. */
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-naskh-arabic/wght.css'
import '@fontsource-variable/noto-serif-hebrew/wght.css'
import '@fontsource-variable/noto-serif-sc/wght.css'
import '@fontsource-variable/noto-emoji/wght.css'
import './tokens.css'
import './base.css'
