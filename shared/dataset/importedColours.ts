/** Colours that colour-blind people can tell apart (Okabe and Ito, 2008), without black: for tags that come from elsewhere. */
export const okabeIto: readonly string[] = ['#e69f00', '#56b4e9', '#009e73', '#f0e442', '#0072b2', '#d55e00', '#cc79a7']
