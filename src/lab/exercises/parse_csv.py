# How many rows are below the header.
async def count_rows(path):
    async with aiofiles.open(path, newline="") as file:
        rows = aiocsv.AsyncReader(file)
        count = -1
        async for row in rows:  # may wait for a chunk
            count += 1
        return count
