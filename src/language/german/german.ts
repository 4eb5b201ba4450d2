/** German. */
import type { Language } from "../language.ts";

export const GERMAN: Language = {
  name: "german",
  little:
    "der die das und ist nicht ein eine einen dem den des mit von zu auf für im am bei wurde wurden war waren sich auch als nach vor aus wie hat haben sind",
  letters: /[ßäÄ]/u,
  isCommaDecimal: true,
  numbers: {
    adding: `
0 null
1 eins ein eine einen einem einer eines
2 zwei zwo
3 drei
4 vier
5 fünf fuenf
6 sechs
7 sieben
8 acht
9 neun
10 zehn
11 elf
12 zwölf zwoelf
13 dreizehn
14 vierzehn
15 fünfzehn fuenfzehn
16 sechzehn
17 siebzehn
18 achtzehn
19 neunzehn
20 zwanzig
30 dreißig dreissig
40 vierzig
50 fünfzig fuenfzig
60 sechzig
70 siebzig
80 achtzig
90 neunzig`,
    scales: `
12 Dutzend
100 hundert
1000 tausend
1e6 Million Millionen Mio
1e9 Milliarde Milliarden Mrd
1e12 Billion Billionen`,
    links: "und",
    areOnesFirst: true,
    ordinals: `
1 erst
2 zweit
3 dritt
4 viert
5 fünft
6 sechst
7 siebt siebent
8 acht
9 neunt
10 zehnt
11 elft
12 zwölft
20 zwanzigst
30 dreißigst
40 vierzigst
50 fünfzigst
60 sechzigst
70 siebzigst
80 achtzigst
90 neunzigst
100 hundertst
1000 tausendst`,
    ordinalEndings: "e en er es em",
    articles: "eins ein eine einen einem einer eines",
  },
  glossary: `
percent Prozent, vom Hundert
permille Promille
point Prozentpunkt, Prozentpunkte, Prozentpunkten
half Hälfte, halb, halbe, halben, halber
double doppelt, doppelte, doppelten, verdoppelt, verdoppelte
triple dreifach, verdreifacht, verdreifachte
dozens Dutzende
hundreds Hunderte, Hunderten
thousands Tausende, Tausenden
− minus
> mehr als, über, länger als, höher als
≥ mindestens, wenigstens
< weniger als, unter
≤ höchstens, maximal, bis zu
≈ etwa, rund, ungefähr, circa, fast, knapp
million Million, Millionen, Mio
billion Milliarde, Milliarden, Mrd
per pro, je
and und
second Sekunde, Sekunden
minute Minute, Minuten
hour Stunde, Stunden
day Tag, Tage, Tagen
week Woche, Wochen
month Monat, Monate, Monaten
year Jahr, Jahre, Jahren
metre Meter, Metern
kilometre Kilometer, Kilometern
centimetre Zentimeter
millimetre Millimeter
kilogram Kilogramm, Kilo
gram Gramm
tonne Tonne, Tonnen
litre Liter, Litern
hectare Hektar
dollar Dollar
euro Euro
pound Pfund
ruble Rubel
degree Grad`,
  negations: {
    words: "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand nirgends weder ohne kaum",
    prefixes: "un nicht",
  },
  everyday:
    "null elf acht ein eine einen einer eines einem Million Billion Milliarde und unter fast pro je bis minus Meter Liter Dollar Euro Minute Minuten Tag Tage maximal circa rund über der die das und",
};
