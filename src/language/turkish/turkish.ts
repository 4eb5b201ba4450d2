/** Turkish. */
import type { Language } from "../language.ts";

export const TURKISH: Language = {
  name: "turkish",
  little:
    "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ama en o ne ise ya oldu etti edildi",
  letters: /[ğĞıİşŞ]/u,
  isCommaDecimal: true,
  numbers: {
    adding: `
0 sıfır
1 bir
2 iki
3 üç
4 dört
5 beş
6 altı
7 yedi
8 sekiz
9 dokuz
10 on
20 yirmi
30 otuz
40 kırk
50 elli
60 altmış
70 yetmiş
80 seksen
90 doksan`,
    scales: `
12 düzine
100 yüz
1000 bin
1e6 milyon
1e9 milyar
1e12 trilyon`,
    links: "",
    ordinals: `
1 birinci
2 ikinci
3 üçüncü
4 dördüncü
5 beşinci
6 altıncı
7 yedinci
8 sekizinci
9 dokuzuncu
10 onuncu
20 yirminci
30 otuzuncu
40 kırkıncı
50 ellinci
100 yüzüncü`,
    articles: "bir",
  },
  glossary: `
percent yüzde
permille binde
half yarım, yarısı, yarı, buçuk
dozens düzinelerce, onlarca
hundreds yüzlerce
thousands binlerce
− eksi
> fazla, aşkın
≥ en az
< az, altında
≤ en fazla, en çok
≈ yaklaşık, civarında, neredeyse
second saniye
minute dakika
hour saat
day gün
week hafta
month ay
year yıl, sene
metre metre
kilometre kilometre
kilogram kilogram, kilo
gram gram
tonne ton
litre litre
dollar dolar
euro euro, avro
ruble ruble
lira lira
manat manat
degree derece`,
  negations: {
    words: "değil yok hiç asla hiçbir olmadan kimse",
    prefixes: "gayri",
    endings:
      /^(\p{L}{2,}?)m[ae](?:d[iu]|z(?!\p{L}{2})|m[iu]s|yacak|yecek|yacag|yeceg)\p{L}*$|^(\p{L}{2,}?)m[iu]yor\p{L}*$/u,
  },
  everyday:
    "on bin kirk dort uc bes alti az ay en ton gram kilo metre kilometre litre lira manat euro ruble kilogram saat gun fazla yari yok",
};
