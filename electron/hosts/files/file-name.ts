/** What no name of a file may hold on some system: signs with a meaning in paths, and control characters. */
export const forbiddenInNames = /[<>:"/\\|?*\p{Cc}]/u;
