// What src/fiber/context.cpp imports. Asyncify puts functions of its own in the place of the first four; they are here
// because the linker asks for them before that.
addToLibrary({
  start_unwind() {},
  stop_unwind() {},
  start_rewind() {},
  stop_rewind() {},

  /** Only builds that check the stack pointer whenever it moves have a function to set what they check. */
  weft_set_stack_limits(base, end) {
    if (typeof ___set_stack_limits === 'function') ___set_stack_limits(base, end);
  },
});
