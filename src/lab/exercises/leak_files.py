# Opens files in turns until one fails.
async def open_without_closing(paths, kept):
    while True:
        turn = len(kept) % len(paths)
        file = await aiofiles.open(paths[turn])
        # OSError: [Errno 24] Too many open files
        kept.append(file)
