// Why an operation failed: the browser's exceptions as POSIX errors, with a reason in words where there is one.
addToLibrary({
  $WeftErrors__deps: ['$WeftPosixError', 'weft_complete', 'weft_is_pending'],
  $WeftErrors: {
    /** The linker puts the numbers in. */
    codes: {
      EACCES: Number('{{{ cDefs.EACCES }}}'),
      EBADF: Number('{{{ cDefs.EBADF }}}'),
      ECANCELED: Number('{{{ cDefs.ECANCELED }}}'),
      EINVAL: Number('{{{ cDefs.EINVAL }}}'),
      EIO: Number('{{{ cDefs.EIO }}}'),
      EISDIR: Number('{{{ cDefs.EISDIR }}}'),
      ENOENT: Number('{{{ cDefs.ENOENT }}}'),
      ENOMEM: Number('{{{ cDefs.ENOMEM }}}'),
      ENOSPC: Number('{{{ cDefs.ENOSPC }}}'),
      ENOTSUP: Number('{{{ cDefs.ENOTSUP }}}'),
    },

    /** A detail travels as its place in this list. */
    details: [''],

    reasons: {
      NotFoundError: ['ENOENT', ''],
      NS_ERROR_FILE_NOT_FOUND: ['ENOENT', ''],
      NotReadableError: ['EIO', 'the browser could not read it'],
      /** A request that blocks does not say what is wrong with a blob. */
      NetworkError: ['EIO', 'the browser could not read it: it may be gone, or have changed'],
      NotAllowedError: ['EACCES', 'the browser does not allow it'],
      SecurityError: ['EACCES', 'the browser does not allow it'],
      NoModificationAllowedError: ['EACCES', 'it is in use elsewhere'],
      QuotaExceededError: ['ENOSPC', 'the storage that the browser allows is full'],
      AbortError: ['ECANCELED', ''],
      TypeMismatchError: ['EISDIR', ''],
      /** An array or a text that there is no room for. */
      RangeError: ['ENOMEM', ''],
    },

    numberOf(detail) {
      const known = WeftErrors.details.indexOf(detail);
      return known >= 0 ? known : WeftErrors.details.push(detail) - 1;
    },

    make: (code, detail) => WeftPosixError.posixError(code, detail),

    toOutcome(exception) {
      const { name, message, weftCode } = exception;
      const [code, detail] = weftCode
        ? [weftCode, message]
        : (WeftErrors.reasons[name] ?? ['EIO', `${name}: ${message}`]);
      return { error: WeftErrors.codes[code], value: WeftErrors.numberOf(detail) };
    },

    fail(ticket, exception) {
      const { error, value } = WeftErrors.toOutcome(exception);
      _weft_complete(ticket, error, value);
    },

    /**
     * Completes the ticket with what `finish` makes of what `work` resolves to. `finish` is called only while somebody
     * waits for it, and nothing comes between: what it writes or keeps is written and kept for them.
     */
    settle: async (ticket, work, finish = (result) => result) => {
      let outcome;
      try {
        const result = await work();
        outcome = { error: 0, value: (_weft_is_pending(ticket) && finish(result)) || 0 };
      } catch (exception) {
        outcome = WeftErrors.toOutcome(exception);
      }
      _weft_complete(ticket, outcome.error, outcome.value);
    },

    /** Does `work` here and now, and writes its outcome where C++ expects it. */
    settleNow(outcome, work) {
      let result;
      try {
        result = { error: 0, value: work() };
      } catch (exception) {
        result = WeftErrors.toOutcome(exception);
      }
      HEAP32[outcome >>> 2] = result.error;
      HEAPF64[(outcome + 8) >>> 3] = result.value;
    },
  },

  weft_detail_number__deps: ['$WeftErrors', '$UTF8ToString'],
  weft_detail_number__sig: 'dp',
  weft_detail_number: (text) => WeftErrors.numberOf(UTF8ToString(text)),

  weft_detail_text__deps: ['$WeftErrors', '$stringToNewUTF8'],
  weft_detail_text__sig: 'pd',
  weft_detail_text: (number) => stringToNewUTF8(WeftErrors.details[number] ?? ''),
});
