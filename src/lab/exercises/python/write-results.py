async def write_summary(path, text):
    part = path + ".part"
    async with aiofiles.open(part, "w") as file:
        await file.write(text)
    await aiofiles.os.replace(part, path)  # all at once
