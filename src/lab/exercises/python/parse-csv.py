async def parse(path):
    async with aiofiles.open(path, newline="") as file:
        async for row in aiocsv.AsyncReader(file):
            yield row
