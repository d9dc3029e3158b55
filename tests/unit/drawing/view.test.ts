// How the picture is put into its canvas: all of it in sight, and no shape under the zoom buttons.
import { describe, expect, test } from 'vitest';
import { fitClear, fitInto, freeRoom } from '../../../src/app/graph/view.ts';

const canvas = { width: 390, height: 650 };
const room = freeRoom(canvas.width, canvas.height, { above: 0, below: 58 });
/** As high as the room, and as wide. */
const bounds = { x: 0, y: 0, width: room.width, height: room.height };

function corner(shape: { x: number; y: number; width: number; height: number }) {
  const { zoom, pan } = fitClear(room, bounds, [shape], canvas);
  return {
    zoom,
    right: (shape.x + shape.width / 2) * zoom + pan.x,
    bottom: (shape.y + shape.height / 2) * zoom + pan.y,
  };
}

describe('a shape in the lower right corner', () => {
  const low = { x: room.width / 2 - 60, y: room.height / 2 - 30, width: 100, height: 40 };

  test('stands beside the zoom buttons or above them', () => {
    const { right, bottom, zoom } = corner(low);
    expect(right <= canvas.width - 50 || bottom <= canvas.height - 122).toBe(true);
    expect(zoom).toBeGreaterThan(0.8);
  });

  test('changes nothing where it is clear of them', () => {
    const high = { ...low, y: 0 };
    expect(fitClear(room, bounds, [high], canvas)).toEqual(fitInto(room, bounds));
  });
});
