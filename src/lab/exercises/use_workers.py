# The task waits; a process reads and computes.
async def count(workers, path):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(
        workers, count_100_times, path)
