# @command@
"""Runs each cell of a comparison as a task of Spark, in a job of its own: a cell that fails for good ends no other."""
import os
import subprocess
import sys
import time
from multiprocessing import TimeoutError
from multiprocessing.pool import ThreadPool

from pyspark import SparkConf, SparkContext, TaskContext

COMPARISON = @comparison@
CELLS = @count@
PARALLEL = @parallel@
RETRIES = @retries@
LOOK_SECONDS = 10

# A task may end by kill -9, and its program must not outlive it and hold the cell. The task keeps the other end of the standard
# input, which closes whenever and however it ends; then the program is told to write its checkpoint.
GUARDED = "exec 3<&0 < /dev/null\n" + @gan@ + """ cell "$1" "$2" 3<&- &
program=$!
{ cat <&3; kill "$program"; } > /dev/null 2>&1 &
guard=$!
wait "$program"
code=$?
kill "$guard"
exit "$code"
"""


def log(cell):
    return os.path.join(COMPARISON, f"spark-{cell}.log")


def run(cell):
    """Runs one cell on a worker. Exit codes: 0 done; 2 never worth a retry; 1 and those of signals are."""
    attempt = TaskContext.get().attemptNumber()
    options = os.environ.get("GAN_OPTS", "") + " -XX:ActiveProcessorCount=@cores@"
    with open(log(cell), "ab") as out:
        program = subprocess.Popen(
            ["/bin/sh", "-c", GUARDED, "gan", COMPARISON, str(cell)],
            env={**os.environ, "GAN_OPTS": options.strip()}, stdin=subprocess.PIPE, stdout=out, stderr=out)
        code = program.wait()
        program.stdin.close()
    if code in (0, 2):
        return code
    if attempt < RETRIES:
        # Whoever still holds the cell has time to write its checkpoint.
        time.sleep(10 * 2 ** attempt)
    raise RuntimeError(f"gan cell {cell} ended with code {code}; {log(cell)} says why")


def ending(context, cell):
    try:
        return cell, context.parallelize([cell], 1).map(run).collect()[0]
    except Exception as failure:
        with open(log(cell), "a") as out:
            print(failure, file=out)
        return cell, 1


def say(line):
    print(line, flush=True)


def progress(done, sizes):
    """Says the last line of each log that has grown."""
    for cell in set(range(1, CELLS + 1)) - done:
        if os.path.exists(log(cell)) and os.path.getsize(log(cell)) > sizes.get(cell, 0):
            sizes[cell] = os.path.getsize(log(cell))
            with open(log(cell), "rb") as out:
                out.seek(max(0, sizes[cell] - 2000))
                say(f"cell {cell}: {out.read().decode(errors='replace').strip().splitlines()[-1]}")


def main():
    context = SparkContext(conf=SparkConf())
    context.setLogLevel("WARN")
    say(f"Spark {context.version} at {context.master}, {context.applicationId}; its pages: {context.uiWebUrl}")
    done, sizes, bad = set(), {}, []
    with ThreadPool(PARALLEL) as threads:
        endings = threads.imap_unordered(lambda cell: ending(context, cell), range(1, CELLS + 1))
        while len(done) < CELLS:
            try:
                cell, code = endings.next(LOOK_SECONDS)
            except TimeoutError:
                progress(done, sizes)
                continue
            done.add(cell)
            if code:
                bad.append(cell)
            say(f"cell {cell}: {('done', 'failed', 'refused')[code]}; {len(done)} of {CELLS} have ended"
                + (f"; see {log(cell)}" if code else ""))
    context.stop()
    sys.exit(1 if bad else 0)


main()
