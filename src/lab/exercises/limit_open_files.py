async def read_all(paths, limit):
    turns = asyncio.Semaphore(limit)

    async def read(path):
        async with turns:  # may wait
            async with aiofiles.open(path) as file:
                return await file.read()

    async with asyncio.TaskGroup() as group:
        for path in paths:
            group.create_task(read(path))
