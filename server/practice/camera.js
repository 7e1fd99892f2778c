const WIDTH = 640;
const HEIGHT = 360;
/** Pictures a second, with and without movement; a still picture must be drawn again for a late viewer to get it. */
const RATE = { moving: 12, still: 2 };

/**
 * A drawn person in place of a camera. The picture breathes gently while the call runs, or stands still where the
 * reader's system asks for less motion.
 * @param {{ wall: string, floor: string, hair: string, skin: string, clothes: string }} colours
 */
export function drawnCamera(colours) {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const rate = still ? RATE.still : RATE.moving;
  const begun = performance.now();
  const draw = () => {
    const seconds = still ? 0 : (performance.now() - begun) / 1000;
    drawPerson(pen, colours, Math.sin((seconds * Math.PI) / 3) * 2.5);
  };
  draw();
  const stream = canvas.captureStream(rate);
  const timer = setInterval(draw, 1000 / rate);
  return {
    stream,
    stop() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

/** @param {CanvasRenderingContext2D} pen @param {number} lift pixels by which shoulders and head rise with a breath */
function drawPerson(pen, { wall, floor, hair, skin, clothes }, lift) {
  const middle = WIDTH / 2;
  fill(pen, wall, () => pen.rect(0, 0, WIDTH, HEIGHT));
  fill(pen, floor, () => pen.rect(0, HEIGHT - 70, WIDTH, 70));
  fill(pen, clothes, () => pen.ellipse(middle, HEIGHT + 30 - lift, 170, 135, 0, 0, 2 * Math.PI));
  fill(pen, hair, () => pen.ellipse(middle, 148 - lift * 1.2, 76, 86, 0, 0, 2 * Math.PI));
  fill(pen, skin, () => pen.roundRect(middle - 25, 195 - lift, 50, 60, 22));
  fill(pen, skin, () => pen.ellipse(middle, 160 - lift * 1.2, 58, 70, 0, 0, 2 * Math.PI));
}

function fill(pen, colour, shape) {
  pen.beginPath();
  pen.fillStyle = colour;
  shape();
  pen.fill();
}
