# Sync: the waits add up.
async def one_by_one(paths, read):
    for path in paths:
        await read(path)

# Async: they overlap.
async def at_once(paths, read):
    async with asyncio.TaskGroup() as group:
        for path in paths:
            group.create_task(read(path))
