# `read` reads one file, and raises if that fails.
async def read_all(paths, read):
    async with asyncio.TaskGroup() as group:
        for path in paths:
            group.create_task(read(path))
    # FileNotFoundError in one cancels all the others
