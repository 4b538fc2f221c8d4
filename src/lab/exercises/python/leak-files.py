kept = []
while True:
    file = await aiofiles.open(paths[len(kept) % len(paths)])
    kept.append(file)  # OSError: [Errno 24] Too many open files
