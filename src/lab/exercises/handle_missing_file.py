# `read` reads one file, and raises if that fails.
async def read_all(paths, read):
    await asyncio.gather(
        *(read(path) for path in paths),
        return_exceptions=True,
    )  # a failure is a result like any other
