async def count(path):
    async with aiofiles.open(path, "rb") as file:
        data = await file.read()
    for _ in range(100):  # nobody else runs meanwhile
        words = len(data.split())
    return words
