/**
 * English words whose inflected forms no suffix rule brings together, and spellings that differ between countries.
 * Forms that are common words of their own (found, left, saw, felt) are left out: they would mislead more than help.
 */

/** A base form, then its other forms. */
const VERBS = `
  arise arose arisen, become became, begin began begun, bend bent, bite bit bitten, blow blew blown,
  break broke broken, breed bred, bring brought, build built, burn burnt, buy bought, catch caught,
  choose chose chosen, cling clung, come came, creep crept, deal dealt, dig dug, draw drew drawn,
  dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, fight fought,
  flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven,
  freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown, hang hung, hear heard,
  hide hid hidden, hold held, keep kept, kneel knelt, know knew known, lead led, leap leapt, learn learnt,
  lend lent, lose lost, make made, mean meant, meet met, overcome overcame, overthrow overthrew overthrown,
  pay paid, prove proven, ride rode ridden, ring rang rung, rise risen, run ran, say said, seek sought,
  sell sold, send sent, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk,
  sing sang sung, sink sank sunk, sit sat, sleep slept, slide slid, speak spoke spoken, spell spelt, spend spent,
  spin spun, stand stood, steal stole stolen, stick stuck, strike struck stricken, strive strove, swear swore sworn,
  sweep swept, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell told,
  think thought, throw threw thrown, undergo underwent undergone, understand understood, undertake undertook undertaken,
  wake woke woken, wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew withdrawn,
  withstand withstood, write wrote written
`;
const NOUNS = `
  analysis analyses, child children, crisis crises, criterion criteria, datum data, foot feet,
  goose geese, half halves, hypothesis hypotheses, knife knives, man men, matrix matrices,
  mouse mice, phenomenon phenomena, shelf shelves, thesis theses, thief thieves, tooth teeth,
  wife wives, wolf wolves, woman women
`;
const SPELLINGS = `
  center centre, defense defence, offense offence, license licence, theater theatre, meter metre, kilometer kilometre,
  liter litre, fiber fibre, program programme, gray grey, plow plough, tire tyre, aluminum aluminium,
  catalog catalogue, dialog dialogue, jewelry jewellery, maneuver manoeuvre, traveling travelling, skeptic sceptic
`;

/** Pairs of form and base form, all in lower case. */
export const BASE_FORMS: readonly (readonly [form: string, base: string])[] = [
  VERBS,
  NOUNS,
  SPELLINGS,
].flatMap((group) =>
  group
    .trim()
    .split(/\s*,\s*/)
    .flatMap((line) => {
      const [base = "", ...forms] = line.split(/\s+/);
      return forms.map((form) => [form, base] as const);
    }),
);

/** Words in -ise whose relatives keep their s: precise, precisely. */
const KEEP_S = /^(?:prec|conc|telev|superv|advert|parad)is/;
const ISE = /^(.{4,})is(e|es|ed|er|ers|ing|ation|ations)$/;
const YSE = /^(anal|paral|catal)ys(e|ed|er|ers|ing)$/;
const OUR = /^(.{3,})our(s|ed|ing|er|ers|able|ably|al|ite|ites|less|hood|hoods)?$/;

/** British endings as Americans write them: organisation, analysed, neighbours. Lower case in and out. */
export function americanSpelling(word: string): string {
  if (ISE.test(word)) return KEEP_S.test(word) ? word : word.replace(ISE, "$1iz$2");
  if (OUR.test(word)) return word.replace(OUR, "$1or$2");
  return word.replace(YSE, "$1yz$2");
}
