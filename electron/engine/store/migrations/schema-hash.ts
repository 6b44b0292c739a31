/** SHA-256 of the schema that all migrations together make; `migrations.test.ts` says what it must be after a new one. */
export const schemaHash = '4b122d176357daf0d070b16ac3600a38a73de01cf8874e296169ec5c68671253';
