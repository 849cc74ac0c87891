/** The faces of scripts that the interface isn't written in: a sheet of some hundred pieces, which the first picture needn't wait for. */
import '@fontsource-variable/noto-naskh-arabic/wght.css'
import '@fontsource-variable/noto-serif-hebrew/wght.css'
import '@fontsource-variable/noto-serif-sc/wght.css'
import '@fontsource-variable/noto-emoji/wght.css'
