import { plainWord } from './words.ts';

/** Month names and abbreviations in English, German, French, Spanish, Italian, Dutch and Portuguese, January first. */
const NAMES = [
  'january januar janner janvier enero gennaio januari janeiro jan janv ene gen',
  'february februar feber fevrier febrero febbraio februari fevereiro feb fevr fev',
  'march marz mars marzo maart marco mar mrz mrt maerz',
  'april avril abril aprile apr avr abr',
  'may mai mayo maggio mei maio mag',
  'june juni juin junio giugno junho jun giu',
  'july juli juillet julio luglio julho jul juil lug',
  'august aout agosto augustus aug ago',
  'september septembre septiembre settembre setembro sept sep set',
  'october oktober octobre octubre ottobre outubro oct okt ott out',
  'november novembre noviembre novembro nov',
  'december dezember decembre diciembre dicembre dezembro dec dez dic',
];
const MONTHS = new Map(NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)));

/** 1-12, or null for a word that is no month. */
export function monthOf(word: string): number | null {
  return MONTHS.get(plainWord(word)) ?? null;
}
