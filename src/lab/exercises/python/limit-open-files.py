turns = asyncio.Semaphore(limit)

async def read(path):
    async with turns:
        async with aiofiles.open(path, "rb") as file:
            return await file.read()

await asyncio.gather(*(read(path) for path in paths))
