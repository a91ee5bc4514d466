"""One training step of the paper's MNIST pair: gan4j beside PyTorch eager, in turns, in one run.

Both train G 100-1200-1200-784 (rectifiers, sigmoid) against D 784-maxout 240x5-maxout 240x5-1 (dropout 0.8, 0.5, 0.5) with
batch 100, momentum 0.5, Algorithm 1 with k = 1, the non-saturating loss, float32, two threads. The data are random bytes: only
the time counts. While one side measures the other waits, and the sides take turns, so both see the same noise of the machine.

    mvn -q package -DskipTests                # the benchmark's class is among the tests, which are compiled by it
    python docs/benchmarks/step.py            # needs torch; prints medians, ranges and the ratio
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

import torch
from torch import nn

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = 15
STEPS = 20
BATCH = 100


class Maxout(nn.Module):
    def __init__(self, width, units, pieces):
        super().__init__()
        self.units, self.pieces = units, pieces
        self.affine = nn.Linear(width, units * pieces)

    def forward(self, x):
        return self.affine(x).view(-1, self.pieces, self.units).max(1).values


class PyTorch:
    """The same pair, written as one would: real and generated examples go through D together."""

    def __init__(self):
        torch.set_num_threads(2)
        torch.manual_seed(1)
        self.g = nn.Sequential(
            nn.Linear(100, 1200), nn.ReLU(), nn.Linear(1200, 1200), nn.ReLU(), nn.Linear(1200, 784), nn.Sigmoid())
        self.d = nn.Sequential(
            nn.Dropout(0.2), Maxout(784, 240, 5), nn.Dropout(0.5), Maxout(240, 240, 5), nn.Dropout(0.5), nn.Linear(240, 1))
        self.g_rule = torch.optim.SGD(self.g.parameters(), lr=0.1, momentum=0.5)
        self.d_rule = torch.optim.SGD(self.d.parameters(), lr=0.1, momentum=0.5)
        self.data = torch.randint(0, 256, (50000, 784), dtype=torch.uint8)
        self.order = torch.randperm(50000)
        self.at = 0

    def latent(self):
        return (torch.rand(BATCH, 100) * 2 - 1) * 3**0.5

    def step(self):
        rows = self.order[self.at:self.at + BATCH]
        self.at = (self.at + BATCH) % 50000
        real = self.data[rows].float() / 255
        with torch.no_grad():
            fake = self.g(self.latent())
        scores = self.d(torch.cat([real, fake]))
        loss = nn.functional.softplus(-scores[:BATCH]).mean() + nn.functional.softplus(scores[BATCH:]).mean()
        self.d_rule.zero_grad(set_to_none=True)
        loss.backward()
        self.d_rule.step()
        loss = nn.functional.softplus(-self.d(self.g(self.latent()))).mean()
        self.g_rule.zero_grad(set_to_none=True)
        loss.backward()
        self.g_rule.step()

    def window(self):
        begun = time.perf_counter()
        for _ in range(STEPS):
            self.step()
        return (time.perf_counter() - begun) * 1000 / STEPS

    def close(self):
        pass


class Gan4j:
    """The Java side runs a window of 20 steps for each line on its standard input and answers with milliseconds per step."""

    def __init__(self):
        path = f"{ROOT}/gan-experiments/target/gan/lib/*:{ROOT}/gan-tensorflow/target/test-classes"
        self.process = subprocess.Popen(
            ["java", "-cp", path, "org.gan4j.tensorflow.StepBenchmark", "algorithm-1", "-"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.answer()  # "ready"

    def window(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return float(self.answer())

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit("the Java side ended; run mvn package first")
        return line

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def main():
    sides = {"gan4j": Gan4j(), "PyTorch": PyTorch()}
    for side in sides.values():
        side.window()  # warm-up
    times = {name: [] for name in sides}
    for _ in range(WINDOWS):
        for name, side in sides.items():
            times[name].append(side.window())
    for name, side in sides.items():
        side.close()
        t = times[name]
        print(f"{name:8s} median {statistics.median(t):6.1f} ms/step   range {min(t):.1f} to {max(t):.1f}")
    ratios = [a / b for a, b in zip(times["gan4j"], times["PyTorch"])]
    print(f"gan4j / PyTorch {torch.__version__}: median of {WINDOWS} paired windows {statistics.median(ratios):.2f},"
          f" range {min(ratios):.2f} to {max(ratios):.2f}")


if __name__ == "__main__":
    main()
