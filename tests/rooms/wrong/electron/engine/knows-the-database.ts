import initSqlJs from 'sql.js';
export const wrong = initSqlJs;
