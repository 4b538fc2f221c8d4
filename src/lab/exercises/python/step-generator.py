async def lines(path):
    async with aiofiles.open(path) as file:
        async for line in file:
            yield line

pulled = 0
async with contextlib.aclosing(lines(path)) as generator:
    async for line in generator:
        pulled += 1
        if pulled == 5:
            break
