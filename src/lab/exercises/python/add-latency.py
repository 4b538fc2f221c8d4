async def read(path):
    await asyncio.sleep(0.040)  # a slow disk, or a network
    async with aiofiles.open(path, "rb") as file:
        return await file.read()
