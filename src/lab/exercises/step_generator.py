async def lines(path):
    async with aiofiles.open(path) as file:
        async for line in file:
            yield line

async def show_five_lines(path):
    pulled = 0
    async with contextlib.aclosing(lines(path)) as all:
        async for line in all:  # asks for one
            print(line)
            pulled += 1
            if pulled == 5:
                break
    return pulled  # the generator has been ended
