import { useComputedColorScheme } from '@mantine/core';
import { type JSX, useEffect, useRef } from 'react';
import SignaturePad, { type PointGroup } from 'signature_pad';
import type { Stroke } from '../../shared/signatures.ts';

export type Drawing = { readonly strokes: Stroke[]; readonly width: number; readonly height: number };

const within = (value: number, size: number): number => Math.round(Math.min(Math.max(value, -50), Math.min(size + 50, 5_000)) * 100) / 100;

const groupsOf = (drawing: Drawing, width: number, height: number, pad: SignaturePad): PointGroup[] => {
  const scale = Math.min(width / drawing.width, height / drawing.height);
  return drawing.strokes.map((stroke) => ({
    penColor: pad.penColor,
    dotSize: pad.dotSize,
    minWidth: pad.minWidth,
    maxWidth: pad.maxWidth,
    velocityFilterWeight: pad.velocityFilterWeight,
    compositeOperation: pad.compositeOperation,
    points: stroke.map((point, index) => ({ x: point.x * scale, y: point.y * scale, pressure: 0.5, time: index * 16 })),
  }));
};

type CanvasProps = { readonly label: string; readonly drawing: Drawing | null; readonly onDrawn: (drawing: Drawing) => void };

/** Takes a signature as points, so that it prints sharp at any size. Survives a turned or resized screen. */
export const SignatureCanvas = ({ label, drawing, onDrawn }: CanvasProps): JSX.Element => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ drawing, onDrawn });
  latest.current = { drawing, onDrawn };
  const scheme = useComputedColorScheme('light');
  const redraw = useRef<() => void>(() => undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another colour scheme needs another pen
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const pad = new SignaturePad(element, { penColor: getComputedStyle(element).color, minWidth: 0.9, maxWidth: 2.4 });
    redraw.current = () => {
      const { width, height } = element.getBoundingClientRect();
      const ratio = window.devicePixelRatio || 1;
      element.width = Math.round(width * ratio);
      element.height = Math.round(height * ratio);
      element.getContext('2d')?.scale(ratio, ratio);
      pad.clear();
      const kept = latest.current.drawing;
      if (kept && width > 0) pad.fromData(groupsOf(kept, width, height, pad));
    };
    pad.addEventListener('endStroke', () => {
      const { width, height } = element.getBoundingClientRect();
      const strokes = pad.toData().map((group) => group.points.map((point) => ({ x: within(point.x, width), y: within(point.y, height) })));
      latest.current.onDrawn({
        strokes: strokes.slice(0, 500).map((stroke) => stroke.slice(0, 5_000)),
        width: Math.round(width),
        height: Math.round(height),
      });
    });
    redraw.current();
    const watcher = new ResizeObserver(() => redraw.current());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      pad.off();
    };
  }, [scheme]);

  const empty = drawing === null;
  useEffect(() => {
    if (empty) redraw.current();
  }, [empty]);

  return <canvas ref={canvas} className="sig-canvas" role="img" aria-label={label} />;
};
