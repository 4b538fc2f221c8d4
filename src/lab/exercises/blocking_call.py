# Of most files: the task waits for each read.
async def read(path):
    async with aiofiles.open(path, "rb") as file:
        return await file.read()

# Of the last one: the event loop waits, and all on it.
async def read_blocking(path):
    with open(path, "rb") as file:
        return file.read()
