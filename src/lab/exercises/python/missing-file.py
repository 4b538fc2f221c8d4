async with asyncio.TaskGroup() as group:
    for path in paths:
        group.create_task(count(path))
# FileNotFoundError in one of them cancels all the others
