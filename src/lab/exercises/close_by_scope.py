# Opens so many files, one after another.
async def open_in_a_scope(paths, times):
    for turn in range(times):
        path = paths[turn % len(paths)]
        async with aiofiles.open(path) as file:
            pass
        # closed here, on every way out
