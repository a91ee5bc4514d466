# @command@
"""Runs each cell of a comparison as a task of Spark, in a job of its own: a cell that fails for good ends no other."""
import io
import os
import subprocess
import sys
import tarfile
import tempfile
import time
from multiprocessing import TimeoutError
from multiprocessing.pool import ThreadPool

from pyspark import SparkConf, SparkContext, SparkFiles, TaskContext

COMPARISON = @comparison@
CELLS = @count@
PARALLEL = @parallel@
RETRIES = @retries@
SHARED = "@shared@" == "true"
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


def log(comparison, cell):
    return os.path.join(comparison, f"spark-{cell}.log")


def last(file):
    with open(file, "rb") as out:
        out.seek(max(0, os.path.getsize(file) - 2000))
        return out.read().decode(errors="replace").strip()


def run(comparison, cell):
    """Runs one cell on a worker. Exit codes: 0 done; 2 never worth a retry; 1 and those of signals are."""
    attempt = TaskContext.get().attemptNumber()
    options = os.environ.get("GAN_OPTS", "") + " -XX:ActiveProcessorCount=@cores@"
    with open(log(comparison, cell), "ab") as out:
        program = subprocess.Popen(
            ["/bin/sh", "-c", GUARDED, "gan", comparison, str(cell)],
            env={**os.environ, "GAN_OPTS": options.strip()}, stdin=subprocess.PIPE, stdout=out, stderr=out)
        code = program.wait()
        program.stdin.close()
    if code in (0, 2):
        return code
    if attempt < RETRIES:
        # Whoever still holds the cell has time to write its checkpoint.
        time.sleep(10 * 2 ** attempt)
    raise RuntimeError(f"gan cell {cell} ended with code {code}:\n{last(log(comparison, cell))}")


def packed(folder):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as tar:
        tar.add(folder, ".")
    return out.getvalue()


def unpack(data, folder):
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        # Pythons since 2023 refuse what would lie outside of the folder.
        tar.extractall(folder, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))


def run_in_copy(plan, cell):
    """Runs one cell on a worker that does not see the comparison; returns the code, the log and the cell's runs."""
    with tempfile.TemporaryDirectory(dir=os.path.abspath(SparkFiles.getRootDirectory())) as home:
        runs = os.path.join(home, os.path.basename(os.path.dirname(COMPARISON)))
        comparison = os.path.join(runs, os.path.basename(COMPARISON))
        unpack(plan, comparison)
        code = run(comparison, cell)
        made = [name for name in os.listdir(runs) if name != os.path.basename(COMPARISON)]
        return code, last(log(comparison, cell)), {name: packed(os.path.join(runs, name)) for name in made}


def keep(cell, text, made):
    """Puts beside the comparison what came back; a run is there whole or not at all."""
    with open(log(COMPARISON, cell), "a") as out:
        print(text, file=out)
    with tempfile.TemporaryDirectory(dir=COMPARISON) as home:
        for name, data in made.items():
            unpack(data, os.path.join(home, name))
            os.rename(os.path.join(home, name), os.path.join(os.path.dirname(COMPARISON), name))


def ending(context, plan, cell):
    try:
        task = context.parallelize([cell], 1)
        if SHARED:
            return cell, task.map(lambda number: run(COMPARISON, number)).collect()[0]
        code, text, made = task.map(lambda number: run_in_copy(plan.value, number)).collect()[0]
        keep(cell, text, made)
        return cell, code
    except Exception as failure:
        with open(log(COMPARISON, cell), "a") as out:
            print(failure, file=out)
        return cell, 1


def say(line):
    print(line, flush=True)


def progress(done, sizes):
    """Says the last line of each log that has grown."""
    for cell in set(range(1, CELLS + 1)) - done:
        file = log(COMPARISON, cell)
        if os.path.exists(file) and os.path.getsize(file) > sizes.get(cell, 0):
            sizes[cell] = os.path.getsize(file)
            say(f"cell {cell}: " + last(file).rpartition("\n")[2])


def main():
    context = SparkContext(conf=SparkConf())
    context.setLogLevel("WARN")
    say(f"Spark {context.version} at {context.master}, {context.applicationId}; its pages: {context.uiWebUrl}")
    plan = None if SHARED else context.broadcast(packed(COMPARISON))
    done, sizes, bad = set(), {}, []
    with ThreadPool(PARALLEL) as threads:
        endings = threads.imap_unordered(lambda cell: ending(context, plan, cell), range(1, CELLS + 1))
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
                + (f"; see {log(COMPARISON, cell)}" if code else ""))
    context.stop()
    sys.exit(1 if bad else 0)


main()
