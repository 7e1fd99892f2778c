import { options } from 'preact';

/**
 * Preact waits for a frame before it runs effects. What loads here hangs on chains of them (screen, session, editor):
 * each link would cost a frame, 97 ms in all where 60 are allowed. The shell is painted by then.
 */
options.requestAnimationFrame = (runEffects) => void setTimeout(runEffects);
