# All or nothing: until `replace` the old file stays.
async def write_whole(path, text):
    part = path + ".part"
    async with aiofiles.open(part, "w") as file:
        await file.write(text)
    await aiofiles.os.replace(part, path)
