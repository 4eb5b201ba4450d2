/** French. */
import type { Language } from "../language.ts";

export const FRENCH: Language = {
  name: "french",
  little:
    "le la les des une et est dans pour que qui ne pas sur avec par au aux du ce cette il elle sont était été a d l plus",
  letters: /[êèçœùÊÈÇŒÙ]/u,
  isCommaDecimal: true,
  numbers: {
    adding: `
0 zéro
1 un une
2 deux
3 trois
4 quatre
5 cinq
6 six
7 sept
8 huit
9 neuf
10 dix
11 onze
12 douze
13 treize
14 quatorze
15 quinze
16 seize
20 vingt vingts
30 trente
40 quarante
50 cinquante
60 soixante
70 septante
80 huitante octante
90 nonante`,
    scales: `
12 douzaine
100 cent cents
1000 mille
1e6 million millions
1e9 milliard milliards
1e12 billion billions`,
    links: "et",
    countsTwenties: true,
    ordinals: `
1 premier première
2 deuxième
3 troisième
4 quatrième
5 cinquième
6 sixième
7 septième
8 huitième
9 neuvième
10 dixième
20 vingtième
100 centième`,
    articles: "un une",
  },
  glossary: `
percent pour cent, pourcent
permille pour mille
point points de pourcentage, point de pourcentage
half moitié, demi, demie
double double, doublé
triple triple, triplé
dozens douzaines, dizaines
hundreds centaines
thousands milliers
− moins
> plus de, plus que, au-delà de
≥ au moins
< moins de
≤ au plus, jusqu'à
≈ environ, près de, presque, quelque
per par
second seconde, secondes
minute minute, minutes
hour heure, heures
day jour, jours
week semaine, semaines
month mois
year an, ans, année, années
metre mètre, mètres
kilometre kilomètre, kilomètres
kilogram kilogramme, kilogrammes, kilo, kilos
gram gramme, grammes
tonne tonne, tonnes
litre litre, litres
dollar dollar, dollars
euro euro, euros
degree degré, degrés`,
  negations: {
    words: "ne pas jamais aucun aucune rien personne sans ni non nul nulle",
    prefixes: "in im il ir non mé",
  },
  everyday:
    "premier un une six sept seize cent cents mille million millions billion billions double triple minute minutes litre litres tonne tonnes dollar dollars euro euros moins an ans par mois et ne pas sans ni non nul quelque personne rien kilo kilos point points mille demi jour",
};
