/** Words that carry a full stop without ending a sentence. In lower case, without their last full stop. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** A sentence never ends with these: something always follows. */
export const ALWAYS_GO_ON = words(`
  mr mrs ms mx dr prof messrs mme mlle mgr msgr fr sra srta dra
  gen col lt capt cpt sgt maj cmdr cdr adm rev hon pres gov sen rep supt det insp amb
  vs v viz cf e.g i.e eg ie fig figs eq eqs vol vols nos pp sect approx incl esp resp
  z.b bzw d.h vgl evtl ggf sog hrsg bd u.a p.ex
  т.е т.к т.н напр см им гг акад проф ул
`);

/** A sentence does not end with these when a number follows. */
export const GO_ON_BEFORE_NUMBER = words(`
  no nr p pg ch chap art para par sec ca c b d r fl est ed abs st sr op cap
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu thur thurs fri sat sun
  с стр № рис табл
`);

/** A sentence may end with these, and does when the next word is one that begins sentences. */
export const MAY_END = words(`
  inc ltd co corp bros llc plc jr sr esq st ave blvd rd mt ft al dept univ assn est ed eds trans
  gmbh s.a s.p.a b.v n.v ph.d m.d b.sc m.sc hon
  jan feb mar apr jun jul aug sep sept oct nov dec
  г в др пр т.д т.п
`);

/** Words that begin sentences far more often than names. */
export const SENTENCE_OPENERS = words(`
  the a an in on at it its he she they we you i this that these those there here his her their our your my
  however but and or nor so yet after before when while if although though since because as for from by with
  to of during under over between both all some many most few several each every one another such what who why
  how where then thus therefore moreover furthermore meanwhile nevertheless instead according among despite
  until unlike upon within without not no only also even still now today
`);

/** Verbs that tie a quotation to its speaker: `“Stop!” Aliyev said.` is one sentence. */
export const SPEECH_VERBS = words(`
  said says asked asks added replied answered told wrote writes warned declared stated insisted explained
  exclaimed cried shouted whispered continued concluded argued claimed noted announced recalled
`);

/** After an ordinal (`3.`), these go on: German dates and centuries. */
export const AFTER_ORDINAL = words(`
  januar jänner februar märz april mai juni juli august september oktober november dezember
  jahrhundert jahrhunderts jahrhunderten jahrtausend weltkrieg weltkriegs weltkrieges auflage bundesliga
`);
