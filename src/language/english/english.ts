/** English: the language that figures are read in, and that the others are brought into. */
import type { Language } from "../language.ts";
import { ENGLISH_NUMBERS } from "./numbers.ts";

export const ENGLISH: Language = {
  name: "english",
  little:
    "the of and to in is are was were that for with on by from at an it its has had not be as a this their",
  isCommaDecimal: false,
  numbers: ENGLISH_NUMBERS,
  glossary: `
− minus, negative
± plus or minus, plus minus, give or take, plus and minus
percent pct, per cent, percentage
permille per mille, per mil, per thousand, promille
permyriad per myriad
not anything but`,
  negations: {
    words:
      "not no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely seldom rarely unless except nary sans ain isn aren wasn weren hasn haven hadn doesn didn wouldn shan shouldn couldn mustn needn mightn mayn isnt arent wasnt werent hasnt havent hadnt dont doesnt didnt wont wouldnt shant cant shouldnt couldnt mustnt neednt mightnt aint nt",
    prefixes: "un in im il ir non dis mis anti not",
    endings: /^(\p{L}{3,})(?:less(?:ly|ness)?|free)$/u,
  },
  everyday: "negative zip nada score gross second",
};
