results = await asyncio.gather(
    *(count(path) for path in paths),
    return_exceptions=True,  # a failure is a result like any other
)
