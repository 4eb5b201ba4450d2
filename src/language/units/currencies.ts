/** Currencies: the name, then signs, codes and words. */

export const CURRENCIES = `
dollar $ US$ dollars usd buck bucks greenback greenbacks
canadian-dollar C$ CA$ cad
australian-dollar A$ AU$ aud
new-zealand-dollar NZ$ nzd
hong-kong-dollar HK$ hkd
singapore-dollar S$ sgd
taiwan-dollar NT$ twd
euro € euros eur
pound £ pounds gbp sterling quid
yen ¥ jpy yens
yuan renminbi rmb cny CN¥
korean-won ₩ krw
manat ₼ manats azn
rial ﷼ rials irr riyal riyals
toman tomans
ruble ₽ rubles rouble roubles rub rur
franc francs chf Fr
krone kroner kronor krona kronas kr nok sek dkk
zloty zł zlotys pln
lira ₺ liras try
rupee ₹ rupees inr Rs
rupiah Rp idr
hryvnia ₴ hryvnias uah
lari ₾ gel
dram ֏ amd
tenge ₸ kzt
dirham dirhams aed
dinar dinars
shekel ₪ shekels ils
brazilian-real R$ reais brl
south-african-rand rands zar
peso pesos mxn
baht ฿ thb
vietnamese-dong ₫ vnd
naira ₦ ngn
bitcoin ₿ bitcoins btc
cent ¢ cents
shilling shillings
`;
/** Words before `dollars` that tell which, and those that tell nothing new. */
export const DOLLARS: ReadonlyMap<string, string> = new Map([
  ["us", "dollar"],
  ["american", "dollar"],
  ["canadian", "canadian-dollar"],
  ["australian", "australian-dollar"],
  ["singapore", "singapore-dollar"],
  ["taiwan", "taiwan-dollar"],
]);
