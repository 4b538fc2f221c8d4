# Whether a file is not worth a task.
async def is_too_small(path):
    stat = await aiofiles.os.stat(path)
    return stat.st_size < 100
