import { configure } from '@testing-library/react';

/** Waits end with their condition; this is only how long a busy machine may take to reach it. Milliseconds. */
configure({ asyncUtilTimeout: 15_000 });
