"""What tracking costs the training: the same run with tracking off, and with a server that is well, dead, or silent.

    MLFLOW_TRACKING_URI=http://127.0.0.1:5000 python3 docs/benchmarks/tracking.py gan-experiments/target/gan/bin/gan

The variable names a server that is up (gan ui starts one). Every run records itself how long the training thread spent in calls for
tracking, together and in the longest one; the table has the medians of the rounds, and of the longest call the maximum.
"""
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ROUNDS = 3
RUN = ["train", "ring", "--json"]


def silent():
    """A server that takes what it is told and never answers."""
    server = socket.create_server(("127.0.0.1", 0))
    kept = []

    def accept():
        while True:
            kept.append(server.accept())

    threading.Thread(target=accept, daemon=True).start()
    return "http://127.0.0.1:%d" % server.getsockname()[1]


def dead():
    """An address where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return "http://127.0.0.1:%d" % server.getsockname()[1]


def run(gan, uri):
    environment = {name: value for name, value in os.environ.items() if name != "MLFLOW_TRACKING_URI"}
    if uri:
        environment["MLFLOW_TRACKING_URI"] = uri
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        said = subprocess.run(
            [gan, *RUN], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
        wall = time.monotonic() - begun
    metrics = json.loads(said.stdout)["metrics"]
    return {
        "loop": metrics["time/seconds"],
        "share": metrics["time/tracking-seconds"] / metrics["time/seconds"],
        "longest": metrics["time/tracking-longest-millis"],
        "wall": wall,
    }


def main():
    gan = os.path.abspath(sys.argv[1])
    servers = {"off": None, "well": os.environ["MLFLOW_TRACKING_URI"], "dead": dead(), "silent": silent()}
    seen = {name: [] for name in servers}
    for _ in range(ROUNDS):
        for name, uri in servers.items():
            seen[name].append(run(gan, uri))
    print("| server | share of the step loop | longest call, ms | step loop, ratio to off | whole program, ratio to off |")
    print("|---|--:|--:|--:|--:|")
    for name, rounds in seen.items():
        def ratio(what):
            pairs = zip(rounds, seen["off"])
            return statistics.median(one[what] / off[what] for one, off in pairs)
        print("| %s | %.2f %% | %.2f | %.2f | %.2f |" % (
            name,
            100 * statistics.median(one["share"] for one in rounds),
            max(one["longest"] for one in rounds),
            ratio("loop"),
            ratio("wall")))


if __name__ == "__main__":
    main()
