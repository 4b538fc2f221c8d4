// Put into the page before anything of it: drawing can be held up from outside, without a switch in the product.

export function holdableFrames() {
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  /** @type {FrameRequestCallback[]} */
  let held = [];
  let isHolding = false;
  globalThis.requestAnimationFrame = (callback) => {
    if (!isHolding) return request(callback);
    held.push(callback);
    return 0;
  };
  Object.assign(globalThis, {
    benchHoldFrames(/** @type {boolean} */ hold) {
      isHolding = hold;
      if (hold) return;
      for (const callback of held) request(callback);
      held = [];
    },
  });
}
