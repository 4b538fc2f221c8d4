for turn in range(times):
    async with aiofiles.open(paths[turn % len(paths)]) as file:
        pass
    # closed here, on every way out
