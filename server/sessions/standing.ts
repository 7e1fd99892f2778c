/** That a flag `f` still stands, as `stands` in lib/session says it: neither reworded nor disputed. */
export const STANDING = "(f.answer is null or f.answer = 'kept')";
