/** Portuguese. */
import type { Language } from "../language.ts";

export const PORTUGUESE: Language = {
  name: "portuguese",
  little:
    "o a os as um uma e é em que de do da dos das por com para se não ao na no nos nas mais foi são está pelo pela",
  letters: /[ãõÃÕ]/u,
  isCommaDecimal: true,
  numbers: {
    adding: `
0 zero
1 um uma
2 dois duas
3 três
4 quatro
5 cinco
6 seis
7 sete
8 oito
9 nove
10 dez
11 onze
12 doze
13 treze
14 catorze quatorze
15 quinze
16 dezesseis dezasseis
17 dezessete dezassete
18 dezoito
19 dezenove dezanove
20 vinte
30 trinta
40 quarenta
50 cinquenta
60 sessenta
70 setenta
80 oitenta
90 noventa
100 cem cento
200 duzentos duzentas
300 trezentos trezentas
400 quatrocentos quatrocentas
500 quinhentos quinhentas
600 seiscentos seiscentas
700 setecentos setecentas
800 oitocentos oitocentas
900 novecentos novecentas`,
    scales: `
12 dúzia
1000 mil
1e6 milhão milhões
1e9 bilhão bilhões
1e12 trilhão trilhões`,
    links: "e",
    ordinals: `
1 primeiro primeira
2 segundo segunda
3 terceiro terceira
4 quarto quarta
5 quinto quinta
6 sexto sexta
7 sétimo sétima
8 oitavo oitava
9 nono nona
10 décimo décima`,
    articles: "um uma",
  },
  glossary: `
percent por cento, porcento
permille por mil
point pontos percentuais, ponto percentual
half metade, meio, meia
double dobro
triple triplo
dozens dúzias, dezenas
hundreds centenas
thousands milhares
− menos
> mais de, mais que
≥ pelo menos, no mínimo
< menos de
≤ no máximo, até
≈ cerca de, aproximadamente, quase
per por
second segundos
minute minuto, minutos
hour hora, horas
day dia, dias
week semana, semanas
month mês, meses
year ano, anos
metre metro, metros
kilometre quilômetro, quilômetros, quilómetro, quilómetros
kilogram quilograma, quilogramas, quilo, quilos
gram grama, gramas
tonne tonelada, toneladas
litre litro, litros
dollar dólar, dólares
euro euro, euros
degree grau, graus`,
  negations: {
    words: "não nunca jamais nada ninguém nenhum nenhuma sem nem tampouco",
    prefixes: "in im des",
  },
  everyday:
    "zero um uma e mil sem nem nada nove sete cem oito onze doze meio meia menos ano hora horas metro metros euro euros por até quarta segunda segundo quinto sexto nono nona dia sete",
};
