async def process(path, minimum=100):
    size = (await aiofiles.os.stat(path)).st_size
    if size < minimum:
        return Skipped(path, f"smaller than {minimum} bytes")
    return await count(path)
