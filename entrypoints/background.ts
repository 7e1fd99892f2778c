import { defineBackground } from 'wxt/utils/define-background';
import { openStore } from '@/lib/storage/open-store';
import { createBackgroundDrain } from '@/lib/sync/background-drain';
import { wireBackground } from '@/lib/sync/wire-background';

export default defineBackground(() => wireBackground(createBackgroundDrain({ openStore })));
