/** Whether a file is called like a recording; only for a look ahead, since the import itself goes by content. */
export const audioName = (name: string): boolean => /\.(?:wav|wave|mp3|m4a|mp4|ogg|oga|opus|flac|gsm|amr|wma|3gp|aiff?|webm)$/i.test(name);
