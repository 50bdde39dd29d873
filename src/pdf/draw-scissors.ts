import type { Canvas } from './canvas.ts'
import { colors } from './look.ts'

/** Scissors that cut to the right along a line at `middle`, the line hidden behind them; 16 points wide from `x`. */
export function drawScissors({ shapes }: Canvas, x: number, middle: number): void {
  shapes.rect(x - 2, middle - 1, 20, 2).fill(colors.paper)
  shapes.lineWidth(1.1).strokeColor(colors.muted)
  for (const side of [-1, 1]) {
    shapes.circle(x + 3, middle + side * 3.1, 2.3).stroke()
    // The blade: from the ring over the pivot to its tip on the other side of the line.
    shapes
      .moveTo(x + 4.9, middle + side * 1.7)
      .lineTo(x + 16, middle - side * 3.6)
      .quadraticCurveTo(x + 12.6, middle - side * 0.4, x + 8.4, middle + side * 0.9)
      .lineTo(x + 5.3, middle + side * 2.4)
      .fill(colors.muted)
  }
  shapes.circle(x + 7.6, middle, 0.7).fill(colors.paper)
}
