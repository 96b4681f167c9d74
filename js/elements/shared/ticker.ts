import { useEffect, useState } from "preact/hooks";

import type { Scene } from "./element.js";

/** How finely time is shown. */
export type Precision = "minute" | "second" | "none";

const length = { minute: 60_000, second: 1_000 };

/**
 * The time now, told anew at each full minute or second, and when the page comes back to the front: read from the clock
 * each time, never added up. It stands still where the scene's does.
 */
export function useNow(scene: Scene, precision: (now: number) => Precision): number {
  const [now, setNow] = useState(scene.now);
  const step = scene.frozen ? "none" : precision(now);
  useEffect(() => {
    if (step === "none") return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(scene.now());
      timer = setTimeout(tick, length[step] - (Date.now() % length[step]));
    };
    const wake = () => {
      if (document.visibilityState === "hidden") return;
      clearTimeout(timer);
      tick();
    };
    timer = setTimeout(tick, length[step] - (Date.now() % length[step]));
    document.addEventListener("visibilitychange", wake);
    addEventListener("pageshow", wake);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
      removeEventListener("pageshow", wake);
    };
  }, [step]);
  return scene.frozen ? scene.now() : now;
}
