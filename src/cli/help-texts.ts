/** What `--help` says of a command beyond its options. */

export const VERIFY_HELP = `
Each citation is
  intact   all that it says is so
  moved    its very words stand elsewhere now
  changed  other words stand there, or around it: the file was changed, or the answer
  gone     nothing close to it is left
  forged   it contradicts itself, or only its words are the file's

Exit code: 0 when all is intact, statements included; 1 when anything is not; 2 for an error.`;

export const EVAL_HELP = `
A line of the questions is a JSON object, such as
  {"id":"1","question":"…","answerable":true,"source":"file.txt","answers":["…"],"spans":[[0,9]]}
or has "turns":["…","…"] in place of the question: a conversation whose last turn is measured.

Exit code: 0 when all quotes are the files'; 1 when one is not, when more questions came out worse than
better beside the earlier run, or when --self saw a hidden passage quoted; 2 for an error.`;
