/** Spanish. */
import type { Language } from "../language.ts";

export const SPANISH: Language = {
  name: "spanish",
  little: "el la los las una y es en que de del por con para se su no al lo como más fue son está un o sus",
  letters: /[ñ¿¡Ñ]/u,
  isCommaDecimal: true,
  numbers: {
    adding: `
0 cero
1 uno un una
2 dos
3 tres
4 cuatro
5 cinco
6 seis
7 siete
8 ocho
9 nueve
10 diez
11 once
12 doce
13 trece
14 catorce
15 quince
16 dieciséis
17 diecisiete
18 dieciocho
19 diecinueve
20 veinte
21 veintiuno veintiún veintiuna
22 veintidós
23 veintitrés
24 veinticuatro
25 veinticinco
26 veintiséis
27 veintisiete
28 veintiocho
29 veintinueve
30 treinta
40 cuarenta
50 cincuenta
60 sesenta
70 setenta
80 ochenta
90 noventa
100 cien ciento
200 doscientos doscientas
300 trescientos trescientas
400 cuatrocientos cuatrocientas
500 quinientos quinientas
600 seiscientos seiscientas
700 setecientos setecientas
800 ochocientos ochocientas
900 novecientos novecientas`,
    scales: `
12 docena
1000 mil
1e6 millón millones
1e12 billón billones`,
    links: "y",
    ordinals: `
1 primero primera primer
2 segundo segunda
3 tercero tercera tercer
4 cuarto cuarta
5 quinto quinta
6 sexto sexta
7 séptimo séptima
8 octavo octava
9 noveno novena
10 décimo décima`,
    articles: "uno un una",
  },
  glossary: `
percent por ciento, porciento
permille por mil
point puntos porcentuales, punto porcentual
half mitad, medio, media
double doble
triple triple
dozens docenas, decenas
hundreds cientos, centenares
thousands miles, millares
− menos
> más de, más que
≥ al menos, como mínimo, por lo menos
< menos de
≤ como máximo, a lo sumo, hasta
≈ cerca de, alrededor de, aproximadamente, unos, unas, casi
per por
second segundos
minute minuto, minutos
hour hora, horas
day día, días
week semana, semanas
month mes, meses
year año, años
metre metro, metros
kilometre kilómetro, kilómetros
kilogram kilogramo, kilogramos, kilo, kilos
gram gramo, gramos
tonne tonelada, toneladas
litre litro, litros
dollar dólar, dólares
euro euro, euros
degree grado, grados`,
  negations: {
    words: "no nunca jamás nada nadie ningún ninguno ninguna sin ni tampoco",
    prefixes: "in im des",
  },
  everyday:
    "un una once dos tres mil y no sin ni nada media medio doble triple menos miles hasta hora horas mes metro metros kilo kilos euro euros por unos casi grado segundo segunda sexto octavo quinto",
};
