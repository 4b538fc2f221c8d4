// Tabs of one origin share its storage. What one of them is writing the others leave alone, which they know by a lock
// that each holds for as long as it lives. Without locks (old browsers) age tells what was left behind.
addToLibrary({
  $WeftTabs: {
    partSuffix: '.weft-part',
    /** Without locks nobody knows whose a part is; nobody writes at one for so long. */
    oldMs: 24 * 60 * 60 * 1000,
    parts: 0,

    /** A name for a half-written file that tells which tab is at it. */
    newPartName: async () => {
      WeftTabs.claiming ??= WeftTabs.claim().catch(WeftTabs.claimAgain);
      return `${await WeftTabs.claiming}.${++WeftTabs.parts}${WeftTabs.partSuffix}`;
    },

    isPart: (name) => name.endsWith(WeftTabs.partSuffix),

    lockOf: (partName) => `weft tab ${partName.split('.')[0]}`,

    /** What could not be claimed once may be for the next file. */
    claimAgain(exception) {
      WeftTabs.claiming = undefined;
      throw exception;
    },

    /** The tab's name, once the lock that goes with it is held. */
    claim: async () => {
      const name = crypto.randomUUID();
      if (!navigator.locks) return name;
      await new Promise((resolve, reject) => {
        const holdForEver = () => {
          resolve();
          return new Promise(() => {});
        };
        navigator.locks.request(WeftTabs.lockOf(name), holdForEver).catch(reject);
      });
      return name;
    },

    /** Removes those parts whose tabs are gone. One that cannot be removed now waits for the next visit. */
    sweep: async (directory, partNames) => {
      if (partNames.length === 0) return;
      const held = (await navigator.locks?.query())?.held.map(({ name }) => name);
      const isLeft = async (name) =>
        held
          ? !held.includes(WeftTabs.lockOf(name))
          : Date.now() - (await (await directory.getFileHandle(name)).getFile()).lastModified >
            WeftTabs.oldMs;
      const removeIfLeft = async (name) => (await isLeft(name)) && directory.removeEntry(name);
      await Promise.allSettled(partNames.map(removeIfLeft));
    },

    /** Does `work` while no other tab does anything to that file: a browser fails two at once, and makes none wait. */
    alone: (path, work) => (navigator.locks ? navigator.locks.request(`weft file ${path}`, work) : work()),
  },
});
