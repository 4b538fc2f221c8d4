loop = asyncio.get_running_loop()
with concurrent.futures.ProcessPoolExecutor() as workers:
    counts = await asyncio.gather(
        *(loop.run_in_executor(workers, count, path) for path in paths)
    )
