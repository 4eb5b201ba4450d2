/** Claims with an editor's brackets and with signs beside figures, each labelled by hand, over invented texts of several kinds. */
import type { Source } from "../../src/corpus/source.ts";
import type { QuoteFlag } from "../../src/quotes/quote-check.ts";
import { makeSource } from "../doubles/make-source.ts";

const REPORT = `# The Vardal talks

On 4 May 2019 the delegation of Norland left Vardal. It then withdrew 53 members of its staff, about 12% of all, and
suspended the work of the consulate. Minister Ilse Brandt called the step “regrettable”. Her deputy, Jon Aske, praised
it. Sudria did not withdraw anybody. The Vardal Observer Mission (VOM) had warned both countries in 2017.

A tribunal may hear the case next year. It has rejected two complaints and accepted one. Ilse Brandt resigned in June.
`;

const MANUAL = `# Pump P-40

The pump runs at -5 to 40 °C and at up to 2.5 bar. Tighten the 6 mm screws. Never open the valve while the motor turns.
Flow falls to <10 l/min when the filter is old; a new filter gives ≥35 l/min. The housing is 12" wide and costs $420.
Replace the filter every 500 hours [see section 4]. The operator cleans it daily.
`;

const STUDY = `Of 240 patients 38% improved (p < 0.05), and the dose was 10^3 units. Most of them slept well. The effect appears
useful, yet nobody knows its cause. We measured 1,200 samples at -80 °C; the error was ±3 units. Patients who smoked
improved more slowly. She says that they were helpful and careful.
`;

const LETTER = `Dear Anna, I would hurt nobody. My brother likes the city; he works there. The king [Olaf] is ill. They said the war was
lost. We are happy to stay in Bergen, which is an old town. Your letter made us laugh.
`;

const GERMAN = `Die Brücke wurde 1903 gebaut. Sie trägt 40 Tonnen, und niemand hat sie je gezählt. Der Rat lobte den Ingenieur Karl
Weber. Er kam aus Bremen.
`;

export const LABELLED_TEXTS: readonly Source[] = [
  makeSource(REPORT, { id: "report", file: "report.md", title: "The Vardal talks" }),
  makeSource(MANUAL, { id: "manual", file: "manual.md", title: "Pump P-40" }),
  makeSource(STUDY, { id: "study", file: "study.txt", format: "text", title: "A study of sleep" }),
  makeSource(LETTER, { id: "letter", file: "letter.txt", format: "text", title: "A letter to Anna" }),
  makeSource(GERMAN, { id: "bridge", file: "bridge.txt", format: "text", title: "Die Brücke" }),
];

/** True to the source; what is in brackets explains, or stands for what it can mean. */
export const HONEST: readonly string[] = [
  "It then withdrew 53 members of its staff [sic], about 12% of all",
  "It then withdrew 53 members of its staff [SIC] , about 12% of all",
  "[Norland] then withdrew 53 members of its staff",
  "[the delegation] then withdrew 53 members of its staff",
  "[They] withdrew 53 members of its staff, about 12% of all",
  "It then withdrew 53 members of its staff, about 12% of all, and suspend[] the work",
  "Her deputy, Jon Aske, praised it [the step]",
  "[t]he delegation of Norland left Vardal",
  "[T]HE DELEGATION of Norland left Vardal",
  "It then withdr[ew] 53 members of its staff",
  "It then withdrew 53 member[s] of its staff, about 12% of all",
  "It then [withdraws] 53 members of its staff",
  "It then withdrew 53 members of [Norland]'s staff, about 12% of all",
  "It then withdrew 53 members of its staff, […] and suspended the work of the consulate",
  "It then withdrew 53 members of its staff, [...] and suspended the work of the consulate",
  "suspended the work of the consulate [emphasis added]",
  "suspended the work of the consulate (emphasis added)",
  "suspended the work [Emphasis in original.] of the consulate",
  "Minister Ilse Brandt [translated by the author] called the step “regrettable”",
  "Minister [Brandt] called the step “regrettable”",
  "[Ilse Brandt]'s deputy, Jon Aske, praised it",
  "Her deputy, [who] praised it",
  "Her deputy, Jon Aske, praised [the step]",
  "The Vardal Observer Mission [VOM] (VOM) had warned both countries",
  "The [VOM] (VOM) had warned both countries in 2017",
  "[the tribunal] has rejected two complaints and accepted one",
  "suspended the work of the consulate [in Vardal]",
  "suspended the work of the consulate [that is, of Norland]",
  "［I］t then withdrew 53 members of its staff",
  "It then withdrew 53 members of its staff {sic}, about 12% of all",
  "The pump run[s] at -5 to 40 °C and at up to 2.5 bar",
  "Tighten the 6 mm screw[s]",
  "a new filter [gave] ≥35 l/min",
  "Flow falls to < 10 l/min when the filter is old",
  "The housing is 12″ wide and costs $420",
  "Replace the filter every 500 hours [see section 4]",
  "[clean] it daily",
  "The operator clean[ed] [the filter] daily",
  "Of 240 patients 38% improved (p < 0.05)",
  "[t]he dose was 10^3 units",
  "Most of [the patients] slept well",
  "The effect appear[ed] useful, yet nobody knows its cause",
  "We measured 1200 samples at −80 °C; the error was ± 3 units",
  "[the patients] were helpful and careful",
  "My brother like[d] the city; he works there",
  "They said [that] the war was lost",
  "The king [Olaf] is ill",
  "We [were] happy to stay in Bergen",
  "[They] are happy to stay in Bergen",
  "[Sie] trägt 40 Tonnen, und niemand hat sie je gezählt",
  "Der Rat lobte den Ingenieur [Weber]",
  "[Weber] kam aus Bremen",
  "Die Brücke wurde 1903 gebaut [Hervorhebung hinzugefügt]",
];

/** Each says something else than its source. */
export const FALSE: readonly (readonly [claim: string, flag: QuoteFlag | null])[] = [
  ["It then[not] withdrew 53 members of its staff", "negation"],
  ["It then [not]withdrew 53 members of its staff", "negation"],
  ["It then withdrew,[not] 53 members of its staff", "negation"],
  ["It then［not］ withdrew 53 members of its staff", "negation"],
  ["It then {never} withdrew 53 members of its staff", "negation"],
  ["It then [[not]] withdrew 53 members of its staff", "negation"],
  ["It then [nоt] withdrew 53 members of its staff", "negation"],
  ["It then (not) withdrew 53 members of its staff", "negation"],
  ["the delegation of [Sudria] left Vardal", "name"],
  ["the delegation of [sudria] left Vardal", "name"],
  ["the delegation of [Sudria]'s left Vardal", "name"],
  ["On 4 May 2019 the delegation of [Sudria]", "name"],
  ["Minister [Jon Aske] called the step “regrettable”", "name"],
  ["Minister Ilse Brandt [falsely] called the step “regrettable”", null],
  ["Minister Ilse Brandt [ALLEGEDLY] called the step", "hedge"],
  ["Minister Ilse Brandt called the step “regrettable” [emphasis added: not]", "negation"],
  ["Minister Ilse Brandt called the step [sic, wrongly] “regrettable”", null],
  ["Her deputy, Jon Aske, [criticised] it", null],
  ["[His] deputy, Jon Aske, praised it", null],
  ["Sudria did [indeed] withdraw anybody", "negation"],
  ["[Norland] did not withdraw anybody", "name"],
  ["It then withdrew 53 [million] members of its staff", "number"],
  ["It then withdrew [all] 53 members of its staff", null],
  ["It then withdrew 53 [armed] members of its staff", null],
  ["It then withdrew [-]53 members of its staff", "number"],
  ["It then withdrew [$]53 members of its staff", "number"],
  ["It then withdrew 53[%] members of its staff", "number"],
  ["It then withdrew <53 members of its staff", "number"],
  ["It then withdrew > 53 members of its staff", "number"],
  ["It then withdrew ~53 members of its staff", "number"],
  ["It then withdrew ¬53 members of its staff", "number"],
  ["It then withdrew 53″ members of its staff", "number"],
  ["It then withdrew 53+ members of its staff", "number"],
  ["It then withdrew ±53 members of its staff", "number"],
  ["It then withdrew 53² members of its staff", "number"],
  ["It then withdrew 53½ members of its staff", "number"],
  ["It then withdrew 53‰ members of its staff", "number"],
  ["It then withdrew ≪53 members of its staff", "number"],
  ["about 12％ of [some]", "hedge"],
  ["about 12 of all, and suspended the work", "number"],
  ["A tribunal [will] hear the case next year", "hedge"],
  ["It has [accepted] two complaints and accepted one", null],
  ["It has rejected [both] complaints and accepted one", "number"],
  ["The pump runs at 5 to 40 °C and at up to 2.5 bar", "number"],
  ["The pump runs at -5 to 40 [°F] and at up to 2.5 bar", null],
  ["The pump runs at -5 to 40 °C and at up to .25 bar", "number"],
  ["Tighten the 6 [cm] screws", "number"],
  ["[Always] open the valve while the motor turns", "negation"],
  ["Flow falls to >10 l/min when the filter is old", "number"],
  ["Flow falls to 10 l/min when the filter is old", "number"],
  ["a new filter gives 35 l/min", "number"],
  ["The housing is 12 wide and costs $420", "number"],
  ["The housing is 12' wide and costs $420", "number"],
  ["Replace the filter every 500 hours [see section 5]", "number"],
  ["Of 240 patients 38% improved (p > 0.05)", "number"],
  ["the dose was 10 3 units", "number"],
  ["[Few] of them slept well", "hedge"],
  ["The effect appears use[less], yet nobody knows its cause", null],
  ["yet [everybody] knows its cause", "negation"],
  ["the error was 3 units", "number"],
  ["Patients who smoked improved more [quickly]", null],
  ["She says that they were helpful and care[less]", null],
  ["I would hurt [everybody]", "negation"],
  ["My brother [hates] the city; he works there", null],
  ["My brother likes the city; [she] works there", null],
  ["The king [Harald] is ill", "name"],
  ["They said the war was [won]", null],
  ["We are [un]happy to stay in Bergen", "negation"],
  ["We are happy to stay in Bergen, which is [hardly] an old town", "negation"],
  ["We are happy to stay in [Bremen], which is an old town", "name"],
  ["Sie trägt 40 [Kilo], und niemand hat sie je gezählt", null],
  ["[Jeder] hat sie je gezählt", "negation"],
  ["Der Rat [tadelte] den Ingenieur Karl Weber", null],
  ["Er kam aus [Hamburg]", "name"],
];
