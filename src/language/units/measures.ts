/**
 * Units of measure. First those that take prefixes (kilo, milli …): dimension, worth in the dimension's base, name,
 * symbols, then its other words. Symbols are as they are written, words in lower case. Then those that take none.
 */

export const PREFIXES = `
kilo k 1e3
mega M 1e6
giga G 1e9
tera T 1e12
hecto h 1e2
deci d 1e-1
centi c 1e-2
milli m 1e-3
micro µ 1e-6
micro μ 1e-6
micro u 1e-6
nano n 1e-9
`;

export const PREFIXED = `
length 1 metre m meter metres meters
mass 1e-3 gram g gramme grams grammes
volume 1 litre l,L liter litres liters
energy 3600 watt-hour Wh watt-hours
energy 1 joule J joules
energy 4.184 calorie cal calories
power 1 watt W watts
voltage 1 volt V volts
current 1 ampere A amp amps amperes
resistance 1 ohm Ω ohms
frequency 1 hertz Hz hertz
pressure 1 pascal Pa pascals
pressure 1e5 bar bar bars
force 1 newton N newtons
data 8 byte B bytes
data 1 bit bit,bits bits
time 1 second s seconds
dose 1 sievert Sv sieverts
`;

export const PLAIN_UNITS = `
length 1609.344 mile mi miles
length 1852 nautical-mile nmi nautical-miles
length 0.3048 foot ft feet
length 0.0254 inch inches
length 0.9144 yard yd yards yds
length 1.8288 fathom fathoms
length 1e-6 micron microns
mass 1000 tonne t ton tons tonnes
mass 100 quintal quintals
mass 1e6 kiloton kt kilotons kilotonne kilotonnes
mass 1e9 megaton megatons megatonne megatonnes
mass 0.45359237 pound-weight lb,lbs
mass 0.028349523125 ounce oz ounces
mass 1e-6 milligram mgs
mass 1e-9 microgram mcg
mass 1 kilogram kgs,Kg,KG kilo kilos
area 1e4 hectare ha hectares
area 4046.8564224 acre acres
volume 1 cubic-decimetre dm3
volume 1e-3 millilitre cc,ccm
volume 1e3 cubic-metre cbm
volume 3.785411784 gallon gal gallons
volume 0.473176473 pint pt pints
volume 0.946352946 quart qt quarts
volume 158.987294928 barrel bbl barrels
volume 1e12 billion-cubic-metres bcm
volume 28316.846592 thousand-cubic-feet mcf
time 60 minute min minutes mins
time 3600 hour h,hr hours hrs
time 86400 day d days
time 604800 week wk weeks wks
time 1209600 fortnight fortnights
time 1 second sec,secs
data 1e6 megabit Mb,Mbit megabits
data 1e9 gigabit Gb,Gbit gigabits
data 1e12 terabit Tb,Tbit terabits
calendar 1 month mo months mths
calendar 12 year yr,y years yrs annum
calendar 120 decade decades
calendar 1200 century centuries
calendar 12000 millennium millennia
power 745.6998715822702 horsepower hp
energy 1055.05585262 btu BTU,Btu
pressure 6894.757293168 psi psi
pressure 101325 atmosphere atm
pressure 133.322387415 mmhg mmHg
celsius 1 celsius °C centigrade
fahrenheit 1 fahrenheit °F
kelvin 1 kelvin K kelvins
degree 1 degree ° deg degrees
rotation 1 rpm rpm
pair 1 pair pr pairs
decibel 1 decibel dB decibels dba
speed 0.2777777777777778 kilometre-per-hour kph,kmh,km/h
speed 0.44704 mile-per-hour mph
speed 0.5144444444444445 knot kn knots
share 1 percent % pct percentage
share 0.1 permille ‰ promille
share 0.01 permyriad ‱
share 1e-4 ppm ppm
share 1e-7 ppb ppb
point 1 point pp,ppt,p.p points
point 0.01 basis-point bp,bps
arcminute 1 prime ′
arcsecond 1 double-prime ″
`;

/** Words before a unit of length that make it one of area or volume. */
export const POWER_WORDS: ReadonlyMap<string, number> = new Map([
  ["square", 2],
  ["sq", 2],
  ["squared", 2],
  ["cubic", 3],
  ["cu", 3],
  ["cubed", 3],
]);
/** Litres in a cubic metre. */
export const LITRES = 1000;
