// What fiber_swap.cpp imports. Asyncify puts functions of its own in the place of the first four; they are here because the
// linker asks for them before that.
addToLibrary({
  start_unwind() {},
  stop_unwind() {},
  start_rewind() {},
  stop_rewind() {},

  // Only builds that check stacks have these functions.
  fiber_swap_set_stack_limits(base, limit) {
    if (typeof ___set_stack_limits === 'function') ___set_stack_limits(base, limit);
  },
  fiber_swap_write_stack_cookie() {
    if (typeof writeStackCookie === 'function') writeStackCookie();
  },
});
