import { connectCall } from './call.js';
import { drawnCamera } from './camera.js';
import { wireTalk } from './talk.js';

const MARTA = { wall: '#d9e2e0', floor: '#c3cfcc', hair: '#6b4a35', skin: '#dcae8e', clothes: '#2f5d62' };
const YOU = { wall: '#e6e1d8', floor: '#d3cbbd', hair: '#3a3a40', skin: '#b98566', clothes: '#5a5f7a' };
const STATES = {
  connecting: 'Connecting',
  connected: 'In the call',
  disconnected: 'The call was interrupted',
  failed: 'The two ends could not reach each other, so you see the picture without a call',
};

const at = (id) => document.getElementById(id);
let running = null;

function show(video, stream) {
  video.srcObject = stream;
  if (stream) video.play().catch(() => {});
}

async function start() {
  const cameras = { yours: drawnCamera(YOU), theirs: drawnCamera(MARTA) };
  const stop = () => {
    cameras.yours.stop();
    cameras.theirs.stop();
  };
  running = { leave: stop };
  at('start').hidden = true;
  at('leave').hidden = false;
  at('leave').focus();
  at('waiting').hidden = true;
  show(at('you'), cameras.yours.stream);
  const call = await connectCall({
    yours: cameras.yours.stream,
    theirs: cameras.theirs.stream,
    onPicture: (stream) => show(at('client'), stream),
    onState: (state) => {
      document.body.dataset.call = state;
      if (STATES[state]) at('state').textContent = STATES[state];
      if (state === 'failed') show(at('client'), cameras.theirs.stream);
    },
  });
  running = {
    leave() {
      call.leave();
      stop();
    },
  };
}

function leave() {
  running?.leave();
  running = null;
  document.body.dataset.call = 'left';
  show(at('you'), null);
  show(at('client'), null);
  at('state').textContent = 'Not in a call';
  at('waiting').hidden = false;
  at('waiting').textContent = 'You left the call.';
  at('leave').hidden = true;
  at('start').hidden = false;
  at('start').focus();
}

at('start').addEventListener('click', start);
at('leave').addEventListener('click', leave);
wireTalk();
